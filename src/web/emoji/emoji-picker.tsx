import { useEffect } from 'preact/hooks';
import { OnDemand } from '../parts/on-demand.ts';
import { useSession } from '../room/session.ts';
import { strings } from '../strings/strings.ts';
import type { EmojiPickerProps } from './emoji-dialog.tsx';

/** With what it shows, so that it stands there whole. */
const dialog = new OnDemand(async () => {
  const { EmojiDialog, emojiCatalogue } = await import('./emoji-dialog.tsx');
  const catalogue = await emojiCatalogue();
  return (props: EmojiPickerProps) => <EmojiDialog {...props} catalogue={catalogue} />;
});

/** A dialog beside what has opened it; loaded when it is first opened. `onClose` follows every choice, too. */
export function EmojiPicker(props: EmojiPickerProps) {
  const { notice } = useSession();
  const Dialog = dialog.part.value;
  useEffect(() => {
    void dialog.need().then((isThere) => {
      if (isThere) return;
      notice.say(strings.emoji.failed);
      props.onClose();
    });
  }, []);
  return Dialog ? <Dialog {...props} /> : null;
}
