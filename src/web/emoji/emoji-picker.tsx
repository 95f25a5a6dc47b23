import { useLoaded } from '../parts/use-loaded.ts';
import { useSession } from '../room/session.ts';
import { strings } from '../strings/strings.ts';
import type { EmojiPickerProps } from './emoji-dialog.tsx';

/** A dialog beside what has opened it; loaded when it is first opened. `onClose` follows every choice, too. */
export function EmojiPicker(props: EmojiPickerProps) {
  const { notice } = useSession();
  const Dialog = useLoaded(true, loadDialog, () => {
    notice.say(strings.emoji.failed);
    props.onClose();
  });
  return Dialog ? <Dialog {...props} /> : null;
}

/** With what it shows, so that it stands there whole. */
async function loadDialog() {
  const { EmojiDialog, emojiCatalogue } = await import('./emoji-dialog.tsx');
  const catalogue = await emojiCatalogue();
  return (props: EmojiPickerProps) => <EmojiDialog {...props} catalogue={catalogue} />;
}
