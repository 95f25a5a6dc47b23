import { useSignal } from '@preact/signals';
import type { Message } from '../../protocol/server-message.ts';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { PlusIcon } from '../parts/later-icons.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';
import { usePanel } from './use-panel.ts';

const QUICK = ['👍', '❤️', '😂', '🎉', '😮', '😢', '🙏', '👀'];

/** A small set in the place of the actions. */
export function QuickReactions({ message, onDone }: { message: Message; onDone: () => void }) {
  const session = useSession();
  const { panel, leave } = usePanel<HTMLFieldSetElement>(onDone);
  const isPicking = useSignal(false);
  const self = session.selfId.value ?? '';
  const choose = (emoji: string) => {
    const isOurs = message.reactions?.[emoji]?.includes(self) ?? false;
    void session.react(message.seq, emoji, !isOurs);
    session.tapped.value = undefined;
    leave();
  };
  return (
    <fieldset {...panel} class="quick-reactions" aria-label={strings.actions.reactWith}>
      {QUICK.map((emoji) => (
        <button key={emoji} type="button" class="button-icon" onClick={() => choose(emoji)}>
          {emoji}
        </button>
      ))}
      <IconButton
        name={laterStrings.emoji.more}
        aria-haspopup="dialog"
        onClick={() => (isPicking.value = true)}
      >
        <PlusIcon />
      </IconButton>
      {isPicking.value && <EmojiPicker onChoose={choose} onClose={() => (isPicking.value = false)} />}
    </fieldset>
  );
}
