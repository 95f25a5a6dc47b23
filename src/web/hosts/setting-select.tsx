import { useSession } from '../room/session.ts';
import { act } from './act.ts';

interface SettingSelectProps {
  name: 'slowMode' | 'keepDays';
  label: string;
  values: readonly number[];
  words: (value: number) => string;
}

/** A figure of the room's, one of a few and whatever else it may have been set to; changed at once. */
export function SettingSelect({ name, label, values, words }: SettingSelectProps) {
  const session = useSession();
  const chosen = session.state.value.settings[name] ?? 0;
  const offered = [...new Set([...values, chosen])].sort((a, b) => a - b);
  return (
    <label class="host-line">
      {label}
      <select
        class="field"
        value={chosen}
        onChange={({ currentTarget }) => {
          void act(session, { type: 'settings', [name]: Number(currentTarget.value) }).then((isDone) => {
            if (!isDone) currentTarget.value = String(chosen);
          });
        }}
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
