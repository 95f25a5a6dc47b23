import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A view that is loaded when it is first wanted. What cannot be loaded is tried again the next time. */
export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const loaded = signal<ComponentType<Props> | undefined>(undefined);
  let isLoading = false;
  const begin = async () => {
    if (isLoading || loaded.peek()) return;
    isLoading = true;
    try {
      loaded.value = await load();
    } catch (error) {
      console.warn('A view could not be loaded:', error);
    }
    isLoading = false;
  };
  return function LazyView(props: Props) {
    const View = loaded.value;
    useEffect(() => void begin(), []);
    return View ? <View {...props} /> : null;
  };
}
