import './reactions.css';
import { reactionCount } from '../../protocol/reactions.ts';
import type { MemberId, Message } from '../../protocol/server-message.ts';
import { useSession } from './session.ts';

export function Reactions({ message, isActive }: { message: Message; isActive: boolean }) {
  const emojis = Object.entries(message.reactions ?? {});
  if (emojis.length === 0) return null;
  return (
    <div class="reactions">
      {emojis.map(([emoji, members]) => (
        <Reaction key={emoji} message={message} emoji={emoji} members={members} isActive={isActive} />
      ))}
    </div>
  );
}

interface ReactionProps {
  message: Message;
  emoji: string;
  members: readonly MemberId[];
  isActive: boolean;
}

function Reaction({ message, emoji, members, isActive }: ReactionProps) {
  const session = useSession();
  const self = session.selfId.value;
  const isOurs = self !== undefined && members.includes(self);
  return (
    <button
      type="button"
      class="reaction"
      aria-pressed={isOurs}
      tabIndex={isActive ? 0 : -1}
      title={session.names.list(members)}
      disabled={self === undefined}
      onClick={() => void session.react(message.seq, emoji, !isOurs)}
    >
      <span class="reaction-emoji">{emoji}</span> {reactionCount(message, emoji)}
    </button>
  );
}
