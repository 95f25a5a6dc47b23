import { limits } from '../protocol/limits.ts';
import type { MemberId, Message, ReactionEvent } from '../protocol/server-message.ts';

/** S8: sets or takes back one member's reaction. The same message where that changes nothing. */
export function react(message: Message, { emoji, by, on }: ReactionEvent): Message {
  const listed = message.reactions?.[emoji] ?? [];
  const total = message.reactionCounts?.[emoji] ?? listed.length;
  if (on) {
    if (listed.includes(by)) return message;
    const room = listed.length < limits.reactorsListed;
    return withReactors(message, emoji, room ? [...listed, by] : listed, total + 1);
  }
  const rest = listed.filter((id) => id !== by);
  const isUnlisted = rest.length === listed.length && total > listed.length;
  if (rest.length === listed.length && !isUnlisted) return message;
  return withReactors(message, emoji, rest, total - 1);
}

/** After some of the listed have gone, fewer than 50 may be known of more: then the count stays. */
function withReactors(message: Message, emoji: string, listed: readonly MemberId[], total: number): Message {
  const { reactions, reactionCounts, ...rest } = message;
  return {
    ...rest,
    ...field('reactions', put(reactions, emoji, total > 0 ? listed : undefined)),
    ...field('reactionCounts', put(reactionCounts, emoji, total > listed.length ? total : undefined)),
  };
}

function put<Value>(
  record: Readonly<Record<string, Value>> = {},
  key: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  if (value !== undefined) return { ...record, [key]: value };
  const { [key]: _, ...others } = record;
  return others;
}

/** A record without entries is left out, as on the wire. */
function field<Name extends string, Value>(name: Name, record: Readonly<Record<string, Value>>) {
  return Object.keys(record).length > 0 ? ({ [name]: record } as { [key in Name]: typeof record }) : {};
}
