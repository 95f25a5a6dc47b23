import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { KeyboardIcon } from '../parts/icons.tsx';
import { lazyView } from '../parts/lazy-view.tsx';
import { isTouch } from '../parts/media.ts';
import { strings } from '../strings/strings.ts';

const isOpen = signal(false);
const Dialog = lazyView(async () => (await import('./keyboard-dialog.tsx')).KeyboardDialog);

/** What the keys do: on `?`, except where it is a letter of a text. */
export function KeyboardHelp() {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return isOpen.value ? <Dialog onClose={() => (isOpen.value = false)} /> : null;
}

/** None where there is no keyboard to speak of. */
export function KeyboardHelpButton() {
  if (isTouch.value) return null;
  return (
    <button
      type="button"
      class="button-icon room-keys"
      aria-haspopup="dialog"
      aria-label={strings.keys.title}
      title={strings.keys.title}
      onClick={() => (isOpen.value = true)}
    >
      <KeyboardIcon />
    </button>
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== '?' || event.altKey || event.ctrlKey || event.metaKey) return;
  if ((event.target as Element).closest('input, textarea, select, dialog, [contenteditable]')) return;
  event.preventDefault();
  isOpen.value = true;
}
