import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { refusal } from '../../protocol/codes.ts';
import { limits } from '../../protocol/limits.ts';
import type { LogEntry, MemberId, MemberStanding } from '../../protocol/server-message.ts';
import type { Outcome } from '../effect.ts';
import { ending, type Standing, stillHolding } from '../register.ts';
import { answer, moderates, type Turn } from '../turn.ts';

/** H8: what hosts did. */
export function log(turn: Turn, { id, before = Number.POSITIVE_INFINITY }: ClientMessageOf<'log'>): Outcome {
  if (!moderates(turn.role)) return refusal('forbidden');
  const entries: LogEntry[] = [];
  let more = false;
  for (const entry of turn.transcript.logBefore(before)) {
    more = entries.length === limits.logPage;
    if (more) break;
    entries.push(entry);
  }
  return answer(turn, id, { type: 'log', entries, more });
}

/** H8: who has a role, is banned or muted. */
export function standings(turn: Turn, { id }: ClientMessageOf<'standings'>): Outcome {
  if (!moderates(turn.role)) return refusal('forbidden');
  const listed = [...turn.register.notable()].flatMap(([member, standing]) =>
    asListed(turn, member, standing),
  );
  return answer(turn, id, { type: 'standings', standings: listed });
}

/** None where nothing of it holds any more. */
function asListed({ register, now }: Turn, id: MemberId, standing: Standing): readonly MemberStanding[] {
  const { name, role, bannedUntil, mutedUntil } = stillHolding(standing, now);
  const hasAddress = register.hasBannedAddress(id, now);
  if (!role && !bannedUntil && !mutedUntil && !hasAddress) return [];
  const listed = {
    member: { id, name },
    ...(role && { role }),
    ...((bannedUntil || hasAddress) && {
      banned: { ...(bannedUntil && ending(bannedUntil)), ...(hasAddress && ({ address: true } as const)) },
    }),
    ...(mutedUntil && { muted: ending(mutedUntil) }),
  };
  return [listed];
}
