import type { ListedMember, Member, MemberId } from '../protocol/server-message.ts';
import type { News } from './delivery.ts';
import { type ConnectionId, type Effect, tell } from './effect.ts';
import type { Register } from './register.ts';
import type { Roster } from './roster.ts';

/** H1: a member as it is listed. */
export function listed(register: Register, member: Member): ListedMember {
  const role = register.hosts[member.id];
  return role === undefined ? member : { ...member, role };
}

/**
 * J7, P1, P3: who has come, or goes by another name, for everybody but some connections. Of somebody out of view the others
 * hear the number alone, and a new name nobody but the member itself.
 */
export function tellOf(
  roster: Roster,
  id: MemberId,
  what: Pick<News, 'joined' | 'changed'>,
  except: readonly ConnectionId[] = [],
): Effect {
  const { count } = roster;
  if (roster.placeInView(id) !== undefined) return tell({ except }, { type: 'presence', ...what, count });
  if (!what.changed) return tell({ except }, { type: 'presence', count });
  const own = roster.connectionsOf(id).filter((connection) => !except.includes(connection));
  return tell(own, { type: 'presence', ...what, count });
}
