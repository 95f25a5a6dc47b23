import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../protocol/server-message.ts';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { PlusIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

const QUICK = ['👍', '❤️', '😂', '🎉', '😮', '😢', '🙏', '👀'];

/** A small set in the place of the actions; Esc goes back to them. */
export function QuickReactions({ message, onDone }: { message: Message; onDone: () => void }) {
  const session = useSession();
  const group = useRef<HTMLFieldSetElement>(null);
  const isPicking = useSignal(false);
  useLayoutEffect(() => group.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const self = session.selfId.value ?? '';
  const choose = (emoji: string) => {
    const isOurs = message.reactions?.[emoji]?.includes(self) ?? false;
    void session.react(message.seq, emoji, !isOurs);
    session.tapped.value = undefined;
    leave();
  };
  const leave = () => {
    group.current?.closest('article')?.focus({ preventScroll: true });
    onDone();
  };
  return (
    <fieldset
      ref={group}
      class="quick-reactions"
      aria-label={strings.actions.reactWith}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      {QUICK.map((emoji) => (
        <button key={emoji} type="button" class="button-icon" onClick={() => choose(emoji)}>
          {emoji}
        </button>
      ))}
      <button
        type="button"
        class="button-icon"
        aria-label={strings.emoji.more}
        title={strings.emoji.more}
        aria-haspopup="dialog"
        onClick={() => (isPicking.value = true)}
      >
        <PlusIcon />
      </button>
      {isPicking.value && <EmojiPicker onChoose={choose} onClose={() => (isPicking.value = false)} />}
    </fieldset>
  );
}
