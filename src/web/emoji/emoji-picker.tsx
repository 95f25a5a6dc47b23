import { useEffect, useMemo } from 'preact/hooks';
import { OnDemand } from '../parts/on-demand.ts';
import { useOpened } from '../parts/use-opened.ts';
import { useSession } from '../room/session.ts';
import { strings } from '../strings/strings.ts';
import type { EmojiPickerProps } from './emoji-dialog.tsx';

const load = async () => (await import('./emoji-dialog.tsx')).loadEmojiDialog();

/** A dialog beside what has opened it; loaded when it is first opened. `onClose` follows every choice, too. */
export function EmojiPicker(props: EmojiPickerProps) {
  const { notice } = useSession();
  const dialog = useMemo(() => new OnDemand(load), []);
  const { part: Dialog, open } = useOpened(dialog, () => {
    notice.say(strings.emoji.failed);
    props.onClose();
  });
  useEffect(() => void open(), []);
  return Dialog ? <Dialog {...props} /> : null;
}
