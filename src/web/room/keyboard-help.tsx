import { IconButton } from '../parts/icon-button.tsx';
import { KeyboardIcon } from '../parts/later-icons.tsx';
import { isTouch } from '../parts/media.ts';
import { OnDemand } from '../parts/on-demand.ts';
import { usePageKey } from '../parts/page-key.ts';
import { useOpened } from '../parts/use-opened.ts';
import { laterStrings } from '../strings/later-strings.ts';

const dialog = new OnDemand(async () => (await import('./keyboard-dialog.tsx')).KeyboardDialog);

/** What the keys do: by its button, of which there is none where there is no keyboard to speak of, and on `?`. */
export function KeyboardHelp({ onFailure }: { onFailure: () => void }) {
  const { part: Dialog, open, close } = useOpened(dialog, onFailure);
  usePageKey('?', () => {
    void open();
    return true;
  });
  return (
    <>
      {!isTouch.value && (
        <IconButton class="room-keys" name={laterStrings.keys.title} aria-haspopup="dialog" onClick={open}>
          <KeyboardIcon />
        </IconButton>
      )}
      {Dialog && <Dialog onClose={close} />}
    </>
  );
}
