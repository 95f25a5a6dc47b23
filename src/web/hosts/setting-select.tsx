import { useSession } from '../room/session.ts';
import { act } from './act.ts';
import { useWanted } from './use-wanted.ts';

interface SettingSelectProps {
  name: 'slowMode' | 'keepDays';
  label: string;
  values: readonly number[];
  words: (value: number) => string;
}

/** A figure of the room's, one of a few and whatever else it may have been set to; changed at once. */
export function SettingSelect({ name, label, values, words }: SettingSelectProps) {
  const session = useSession();
  const [chosen, want] = useWanted(session.state.value.settings[name] ?? 0, (value) =>
    act(session, { type: 'settings', [name]: value }),
  );
  const offered = [...new Set([...values, chosen])].sort((a, b) => a - b);
  return (
    <label class="host-line">
      {label}
      <select
        class="field"
        value={chosen}
        onChange={({ currentTarget }) => void want(Number(currentTarget.value))}
      >
        {offered.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
