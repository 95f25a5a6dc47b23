import './reactions.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { reactionCount } from '../../protocol/reactions.ts';
import type { MemberId, Message } from '../../protocol/server-message.ts';
import { SmilePlusIcon } from '../parts/icons.tsx';
import { useLongPress } from '../parts/long-press.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

interface ReactionsProps {
  message: Message;
  isActive: boolean;
  onAdd: () => void;
}

export function Reactions({ message, isActive, onAdd }: ReactionsProps) {
  const { takesPart } = useSession();
  const emojis = Object.entries(message.reactions ?? {});
  if (emojis.length === 0) return null;
  return (
    <div class="reactions">
      {emojis.map(([emoji, members]) => (
        <Reaction key={emoji} message={message} emoji={emoji} members={members} isActive={isActive} />
      ))}
      {takesPart.value && (
        <button
          type="button"
          class="reaction reaction-add"
          aria-label={strings.reactions.add}
          title={strings.reactions.add}
          tabIndex={isActive ? 0 : -1}
          onClick={onAdd}
        >
          <SmilePlusIcon />
        </button>
      )}
    </div>
  );
}

interface ReactionProps {
  message: Message;
  emoji: string;
  members: readonly MemberId[];
  isActive: boolean;
}

/** Who reacted is told by hover, by the focus, and by a finger that rests on it. */
function Reaction({ message, emoji, members, isActive }: ReactionProps) {
  const session = useSession();
  const people = useId();
  const isHeld = useSignal(false);
  const longPress = useLongPress(() => (isHeld.value = true));
  useEffect(() => {
    if (!isHeld.value) return;
    const release = () => (isHeld.value = false);
    document.addEventListener('pointerdown', release);
    return () => document.removeEventListener('pointerdown', release);
  }, [isHeld.value]);
  const self = session.selfId.value;
  const isOurs = self !== undefined && members.includes(self);
  const count = reactionCount(message, emoji);
  return (
    <>
      <button
        type="button"
        class={isHeld.value ? 'reaction reaction-held' : 'reaction'}
        aria-pressed={isOurs}
        aria-describedby={people}
        tabIndex={isActive ? 0 : -1}
        disabled={!session.takesPart.value}
        onClick={() => void session.react(message.seq, emoji, !isOurs)}
        {...longPress}
      >
        <span class="reaction-emoji">{emoji}</span> {count}
      </button>
      <span id={people} class="reaction-people" role="tooltip">
        {session.names.list(members, count - members.length)}
      </span>
    </>
  );
}
