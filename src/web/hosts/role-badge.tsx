import './role-badge.css';
import type { MemberId } from '../../protocol/server-message.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';

/** H1: what somebody is here now, whatever they were when they wrote; nothing for a member. */
export function RoleBadge({ id }: { id: MemberId }) {
  const role = useSession().state.value.hosts[id];
  return role ? <span class="role-badge">{laterStrings.role[role]}</span> : null;
}
