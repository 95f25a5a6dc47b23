import { limits } from '../protocol/limits.ts';
import type { Member, Presence } from '../protocol/server-message.ts';

/** P1, applied as sets. Of a crowd only the first 200 are kept (J6). */
export function applyPresence(
  members: readonly Member[],
  { joined = [], left = [], changed = [] }: Presence,
): readonly Member[] {
  const roster = new Map(members.map((member) => [member.id, member]));
  for (const id of left) roster.delete(id);
  for (const member of joined) {
    if (roster.has(member.id) || roster.size < limits.rosterMost) roster.set(member.id, member);
  }
  for (const member of changed) {
    if (roster.has(member.id)) roster.set(member.id, member);
  }
  return [...roster.values()];
}
