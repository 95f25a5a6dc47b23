import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { OnDemand } from './on-demand.ts';

/** A view that is loaded when it is first shown. */
export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const view = new OnDemand(load);
  return function LazyView(props: Props) {
    const View = view.part.value;
    useEffect(() => void view.insist(), []);
    return View ? <View {...props} /> : null;
  };
}
