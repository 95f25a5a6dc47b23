import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LogEntry } from '../../protocol/server-message.ts';
import { momentName } from '../parts/times.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { Section } from './section.tsx';

interface Log {
  readonly entries: readonly LogEntry[];
  readonly more: boolean;
}

/** H8: newest first, older ones as they are asked for; begun anew where something new was done. */
export function LogSection() {
  const session = useSession();
  const log = useSignal<Log | undefined>(undefined);
  const { moderation } = session.state.value;
  const words = laterStrings.roomSettings;
  const load = async (before?: number) => {
    const earlier = before === undefined ? [] : (log.value?.entries ?? []);
    try {
      const page = await session.host({ type: 'log', ...(before !== undefined && { before }) });
      log.value = { entries: [...earlier, ...page.entries], more: page.more };
    } catch {
      // Without a line there is nothing to show; the next thing that is done asks again.
    }
  };
  useEffect(() => void load(), [moderation]);
  const last = log.value?.entries.at(-1);
  return (
    <Section title={words.log}>
      {log.value && !last && <p class="host-hint">{words.nothing}</p>}
      {last && (
        <ul class="host-list">
          {log.value?.entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </ul>
      )}
      {last && log.value?.more && (
        <div>
          <button type="button" class="button" onClick={() => void load(last.seq)}>
            {words.earlier}
          </button>
        </div>
      )}
    </Section>
  );
}

function Entry({ entry }: { entry: LogEntry }) {
  const { did, roomSettings, role } = laterStrings;
  const { action, member, until, reason, erased, by, at } = entry;
  const made = entry.role && entry.role !== 'member' ? role[entry.role] : undefined;
  const more = [
    made,
    until && roomSettings.untilTime(momentName(until)),
    erased && roomSettings.erased(erased),
    reason,
  ];
  return (
    <li class="host-item">
      <p>
        <span dir="auto">{[did[action](member?.name ?? ''), ...more].filter(Boolean).join(' · ')}</span>
        <small>{roomSettings.byAt(by.name, momentName(at))}</small>
      </p>
    </li>
  );
}
