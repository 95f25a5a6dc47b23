import { limits } from './limits.ts';
import type { MemberId, Message, ReactionEvent } from './server-message.ts';

export type Reactions = Pick<Message, 'reactions' | 'reactionCounts'>;

/**
 * S8: the reactions once `count` members in truth hold `emoji`, of whom `members` are known. An emoji that nobody
 * holds is gone, a count that the list tells is left out, and so is a field without entries.
 */
export function withReactors(
  { reactions = {}, reactionCounts = {} }: Reactions,
  emoji: string,
  members: readonly MemberId[],
  count: number,
): Reactions {
  const listed = members.slice(0, limits.reactorsListed);
  const lists = withEntry(reactions, emoji, count > 0 ? listed : undefined);
  const counts = withEntry(reactionCounts, emoji, count > listed.length ? count : undefined);
  return {
    ...(Object.keys(lists).length > 0 && { reactions: lists }),
    ...(Object.keys(counts).length > 0 && { reactionCounts: counts }),
  };
}

/** S8: how many hold `emoji`. */
export function reactionCount({ reactions, reactionCounts }: Reactions, emoji: string): number {
  return reactionCounts?.[emoji] ?? reactions?.[emoji]?.length ?? 0;
}

/** S8 for whoever knows no more than the lists. What an event does not change is the same object. */
export function applyReaction<Current extends Reactions>(
  current: Current,
  event: ReactionEvent,
): Current | Reactions {
  const { emoji, by, on } = event;
  const listed = current.reactions?.[emoji] ?? [];
  const count = reactionCount(current, emoji);
  const isListed = listed.includes(by);
  if (on) return isListed ? current : withReactors(current, emoji, [...listed, by], count + 1);
  const mayBeUnlisted = count > listed.length;
  if (!isListed && !mayBeUnlisted) return current;
  return withReactors(
    current,
    emoji,
    listed.filter((id) => id !== by),
    count - 1,
  );
}

/** Without one where the value is undefined. */
function withEntry<Value>(record: Readonly<Record<string, Value>>, key: string, value: Value | undefined) {
  const { [key]: _, ...rest } = record;
  return value === undefined ? rest : { ...record, [key]: value };
}
