import type { HostCommand } from '../../client/room-client.ts';
import type { MemberStanding } from '../../protocol/server-message.ts';
import { momentName } from '../parts/times.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { act } from './act.ts';
import { mayManage } from './rank.ts';
import { Section } from './section.tsx';
import { useStandings } from './use-standings.ts';

interface Held {
  readonly standing: MemberStanding;
  readonly what: string;
  readonly until: number | undefined;
  readonly undo: HostCommand;
}

/** H8: who is banned or muted, each to be undone. */
export function StandingsSection() {
  const { standings: title, nobody } = laterStrings.roomSettings;
  const standings = useStandings();
  const all = standings?.flatMap(heldBack) ?? [];
  return (
    <Section title={title}>
      {standings && all.length === 0 && <p class="host-hint">{nobody}</p>}
      {all.length > 0 && (
        <ul class="host-list">
          {all.map((held) => (
            <Line key={`${held.undo.type} ${held.standing.member.id}`} held={held} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function heldBack(standing: MemberStanding): Held[] {
  const { member, banned, muted } = standing;
  const words = laterStrings.roomSettings;
  const isByAddress = banned?.address && banned.until === undefined;
  return [
    ...(banned
      ? [
          {
            standing,
            what: isByAddress ? words.bannedAddress : words.banned,
            until: banned.until,
            undo: { type: 'unban', member: member.id } as const,
          },
        ]
      : []),
    ...(muted
      ? [
          {
            standing,
            what: words.muted,
            until: muted.until,
            undo: { type: 'unmute', member: member.id } as const,
          },
        ]
      : []),
  ];
}

function Line({ held: { standing, what, until, undo } }: { held: Held }) {
  const session = useSession();
  const { self, hosts } = session.state.value;
  const { member } = standing;
  const { untilTime, undo: undoName, undoWord } = laterStrings.roomSettings;
  return (
    <li class="host-item">
      <p>
        <bdi>{member.name}</bdi>
        <small>{[what, until && untilTime(momentName(until))].filter(Boolean).join(' ')}</small>
      </p>
      {mayManage(self, hosts, member.id) && (
        <button
          type="button"
          class="button"
          aria-label={undoName(what, member.name)}
          onClick={() => void act(session, undo)}
        >
          {undoWord}
        </button>
      )}
    </li>
  );
}
