import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What the element of a panel is given. */
interface PanelProps<Panel> {
  readonly ref: RefObject<Panel | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
}

/**
 * For what stands in the place of the actions: the focus goes into it, and Esc leads back to the message. The second of two
 * clicks, of which the first has opened it, was not meant for it.
 */
export function usePanel<Panel extends HTMLElement>(
  close: () => void,
  first = 'button',
): { panel: PanelProps<Panel>; leave: () => void } {
  const ref = useRef<Panel>(null);
  useLayoutEffect(() => ref.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true }), []);
  const leave = () => {
    ref.current?.closest('article')?.focus({ preventScroll: true });
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && leave();
  const isMeant = useRef(false);
  const onClickCapture = (event: MouseEvent) => {
    isMeant.current ||= event.detail < 2;
    if (!isMeant.current) event.stopPropagation();
  };
  return { panel: { ref, onKeyDown, onClickCapture }, leave };
}
