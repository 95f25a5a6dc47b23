import type { Message } from '../../protocol/server-message.ts';
import { strings } from '../strings.ts';
import { useSession } from './session.ts';
import { usePanel } from './use-panel.ts';

const QUICK = ['👍', '❤️', '😂', '🎉', '😮', '😢', '🙏', '👀'];

/** A small set in the place of the actions. */
export function QuickReactions({ message, onDone }: { message: Message; onDone: () => void }) {
  const session = useSession();
  const { panel, leave } = usePanel<HTMLFieldSetElement>(onDone);
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
    </fieldset>
  );
}
