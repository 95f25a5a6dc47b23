import { useEffect, useRef } from 'preact/hooks';

const APART = 'input, textarea, select, dialog, [popover], [contenteditable]';

/** Whether a key is a command of the browser's or the system's. Shift makes none: it is pressed for `?` and `+`, and to walk back. */
export const isCommand = ({ altKey, ctrlKey, metaKey }: KeyboardEvent) => altKey || ctrlKey || metaKey;

/** Where a key or what is pasted belongs to a text, or to what stands over the page. */
export const standsApart = ({ target }: Event) =>
  (target as Element).closest(APART) !== null ||
  document.querySelector(':is(dialog:modal, :popover-open)') !== null;

/**
 * For a key that does something wherever one is: but where it is a letter of a text, or behind what stands over the page. It
 * stays the browser's own where `run` does not take it.
 */
export function usePageKey(key: string, run: () => boolean): void {
  const running = useRef(run);
  running.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || isCommand(event)) return;
      if (!standsApart(event) && running.current()) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
