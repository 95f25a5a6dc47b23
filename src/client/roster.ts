import { limits } from '../protocol/limits.ts';
import type { Member, MemberId, Presence } from '../protocol/server-message.ts';

/** P1, applied as sets. Of a crowd the 200 who came into view last are kept, and `self` (J6). */
export function applyPresence(
  members: readonly Member[],
  { joined = [], left = [], changed = [], count }: Presence,
  self?: MemberId,
): readonly Member[] {
  const roster = new Map(members.map((member) => [member.id, member]));
  for (const id of left) roster.delete(id);
  for (const member of joined) {
    roster.delete(member.id);
    roster.set(member.id, member);
  }
  for (const member of changed) {
    if (roster.has(member.id)) roster.set(member.id, member);
  }
  // Up to 200 all are listed; for a moment, until those who left are told, they may be more.
  if (count <= limits.rosterMost) return [...roster.values()];
  const others = [...roster.keys()].filter((id) => id !== self);
  for (const id of others.slice(0, Math.max(0, roster.size - limits.rosterMost))) roster.delete(id);
  return [...roster.values()];
}
