import { signal } from '@preact/signals';
import { IconButton } from '../parts/icon-button.tsx';
import { KeyboardIcon } from '../parts/later-icons.tsx';
import { isTouch } from '../parts/media.ts';
import { OnDemand } from '../parts/on-demand.ts';
import { usePageKey } from '../parts/page-key.ts';
import { laterStrings } from '../strings/later-strings.ts';

const isOpen = signal(false);
const dialog = new OnDemand(async () => (await import('./keyboard-dialog.tsx')).KeyboardDialog);

const open = async () => {
  isOpen.value = (await dialog.need()) !== undefined;
};

/** What the keys do: on `?`, except where it is a letter of a text. */
export function KeyboardHelp() {
  usePageKey('?', () => {
    void open();
    return true;
  });
  const Dialog = dialog.part.value;
  return Dialog && isOpen.value ? <Dialog onClose={() => (isOpen.value = false)} /> : null;
}

/** None where there is no keyboard to speak of. */
export function KeyboardHelpButton() {
  if (isTouch.value) return null;
  return (
    <IconButton
      class="room-keys"
      name={laterStrings.keys.title}
      aria-haspopup="dialog"
      onClick={() => void open()}
    >
      <KeyboardIcon />
    </IconButton>
  );
}
