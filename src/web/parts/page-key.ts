import { useEffect, useRef } from 'preact/hooks';

const TAKEN = 'input, textarea, select, dialog, [contenteditable]';

/** For a key that does something wherever one is: but where it is a letter of a text, or behind what stands over the page. */
export function usePageKey(key: string, run: () => void): void {
  const running = useRef(run);
  running.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.altKey || event.ctrlKey || event.metaKey) return;
      if ((event.target as Element).closest(TAKEN) || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      running.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
