import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A view that is loaded when it is first wanted. What cannot be loaded is tried again the next time. */
export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const loaded = signal<ComponentType<Props> | undefined>(undefined);
  return function LazyView(props: Props) {
    const View = loaded.value;
    useEffect(() => {
      if (!loaded.peek()) load().then((view) => (loaded.value = view), console.warn);
    }, []);
    return View ? <View {...props} /> : null;
  };
}
