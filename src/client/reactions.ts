import { applyReaction } from '../protocol/reactions.ts';
import type { Message, ReactionEvent } from '../protocol/server-message.ts';

/** S8: sets or takes back one member's reaction. The same message where that changes nothing. */
export function react(message: Message, event: ReactionEvent): Message {
  const after = applyReaction(message, event);
  if (after === message) return message;
  const { reactions: _, reactionCounts: __, ...rest } = message;
  return { ...rest, ...after };
}
