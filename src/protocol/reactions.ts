import { limits } from './limits.ts';
import type { MemberId, Message, ReactionEvent } from './server-message.ts';

export type Reactions = Pick<Message, 'reactions' | 'reactionCounts'>;

/**
 * S8: the reactions after an event. `members` are those who are to be listed for its emoji, `count` how many they
 * are in truth; an emoji that nobody holds is gone, and so is a field that is empty.
 */
export function withReactors(
  { reactions = {}, reactionCounts = {} }: Reactions,
  emoji: string,
  members: readonly MemberId[],
  count: number,
): Reactions {
  const lists = setOrDrop(reactions, emoji, members.slice(0, limits.reactorsListed), members.length > 0);
  const counts = setOrDrop(reactionCounts, emoji, count, count > limits.reactorsListed);
  return {
    ...(Object.keys(lists).length > 0 && { reactions: lists }),
    ...(Object.keys(counts).length > 0 && { reactionCounts: counts }),
  };
}

/** S8: how many hold `emoji`. */
export function reactionCount({ reactions, reactionCounts }: Reactions, emoji: string): number {
  return reactionCounts?.[emoji] ?? reactions?.[emoji]?.length ?? 0;
}

/** S8 for whoever knows no more than the lists: applied to one who is listed already, an event changes nothing. */
export function applyReaction(current: Reactions, { emoji, by, on }: ReactionEvent): Reactions {
  const listed = current.reactions?.[emoji] ?? [];
  const count = reactionCount(current, emoji);
  if (on) {
    return listed.includes(by) ? current : withReactors(current, emoji, [...listed, by], count + 1);
  }
  const others = listed.filter((id) => id !== by);
  const isCounted = others.length < listed.length || count > listed.length;
  return withReactors(current, emoji, others, isCounted ? count - 1 : count);
}

function setOrDrop<Value>(record: Readonly<Record<string, Value>>, key: string, value: Value, keep: boolean) {
  const { [key]: _, ...rest } = record;
  return keep ? { ...record, [key]: value } : rest;
}
