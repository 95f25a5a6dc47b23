import { useEffect, useRef } from 'preact/hooks';

const TAKEN = 'input, textarea, select, dialog, [contenteditable]';

/**
 * For a key that does something wherever one is: but where it is a letter of a text, or behind what stands over the page. It
 * stays the browser's own where `run` does not take it.
 */
export function usePageKey(key: string, run: () => boolean): void {
  const running = useRef(run);
  running.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.altKey || event.ctrlKey || event.metaKey) return;
      if ((event.target as Element).closest(TAKEN) || document.querySelector('dialog:modal')) return;
      if (running.current()) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
