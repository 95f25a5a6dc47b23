import type { RoomState } from '../client/state.ts';
import type { Message } from '../protocol/server-message.ts';
import type { Look } from './look.ts';
import { changeLine, messageLine, names } from './wording.ts';

/** What is to be shown of the room when it was seen as `before`, and is now as `after`. */
export function newsOf(before: RoomState, after: RoomState, look: Look): string[] {
  return [...messageNews(before, after, look), ...presenceNews(before, after, look)];
}

function messageNews(before: RoomState, after: RoomState, look: Look): string[] {
  if (before.messages === after.messages) return [];
  const known = isSameLog(before, after) ? before.messages : [];
  const last = known.at(-1)?.seq ?? 0;
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  const changed = after.messages.filter((message) => hasChanged(bySeq.get(message.seq), message));
  const fresh = after.messages.filter(({ seq }) => seq > last);
  return [
    ...changed.map((message) => changeLine(message, after, look)),
    ...(hasGap(last, after) ? [look.paint('aside', 'More was said meanwhile than is shown here.')] : []),
    ...fresh.map((message) => messageLine(message, after, look)),
  ];
}

/** R2: a room that was begun anew counts from 1 again. */
function isSameLog({ messages: before }: RoomState, { messages: after }: RoomState): boolean {
  const last = before.at(-1);
  const same = after.find(({ seq }) => seq === last?.seq);
  if (last === undefined) return true;
  return same ? same.id === last.id && same.from.id === last.from.id : (after.at(-1)?.seq ?? 0) > last.seq;
}

function hasChanged(known: Message | undefined, message: Message): boolean {
  return known !== undefined && (known.text !== message.text || known.deleted !== message.deleted);
}

/** R2: who was away for long is told the newest page only. */
function hasGap(last: number, { messages, hasOlder }: RoomState): boolean {
  return last > 0 && hasOlder && (messages[0]?.seq ?? 0) > last;
}

function presenceNews(before: RoomState, after: RoomState, { paint }: Look): string[] {
  if (!before.self || before.members === after.members) return [];
  const was = new Map(before.members.map((member) => [member.id, member]));
  const is = new Set(after.members.map(({ id }) => id));
  const came = after.members.filter(({ id }) => !was.has(id));
  const went = before.members.filter(({ id }) => !is.has(id));
  const renamed = after.members.filter((member) => (was.get(member.id)?.name ?? member.name) !== member.name);
  return [
    ...(came.length > 0 ? [`Came: ${names(came)}`] : []),
    ...(went.length > 0 ? [`Went: ${names(went)}`] : []),
    ...renamed.map((member) => `Renamed: ${names([was.get(member.id) ?? member])} is now ${names([member])}`),
  ].map((line) => paint('aside', line));
}
