import type { Hosts, MemberId, Role, Self } from '../../protocol/server-message.ts';

const RANKS: readonly Role[] = ['member', 'moderator', 'owner'];

export const roleOf = (hosts: Hosts, id: MemberId): Role => hosts[id] ?? 'member';

/** H3: hosts act on those below them, never on themselves or their like. */
export function mayManage(self: Self | undefined, hosts: Hosts, id: MemberId): boolean {
  if (!self || self.id === id) return false;
  return RANKS.indexOf(self.role) > RANKS.indexOf(roleOf(hosts, id));
}
