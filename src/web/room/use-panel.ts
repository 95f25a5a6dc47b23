import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For what stands in the place of the actions: the focus goes into it, and Esc leads back to the message. */
export function usePanel<Panel extends HTMLElement>(
  close: () => void,
  first = 'button',
): { panel: { ref: RefObject<Panel | null>; onKeyDown: (event: KeyboardEvent) => void }; leave: () => void } {
  const ref = useRef<Panel>(null);
  useLayoutEffect(() => ref.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true }), []);
  const leave = () => {
    ref.current?.closest('article')?.focus({ preventScroll: true });
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && leave();
  return { panel: { ref, onKeyDown }, leave };
}
