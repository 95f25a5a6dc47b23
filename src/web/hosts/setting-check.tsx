import { useId } from 'preact/hooks';
import { useSession } from '../room/session.ts';
import { act } from './act.ts';
import { useWanted } from './use-wanted.ts';

interface SettingCheckProps {
  name: 'locked' | 'knownOnly' | 'hidesHistory';
  label: string;
  hint?: string;
}

/** A setting that holds or does not, as the room has it; changed at once. */
export function SettingCheck({ name, label, hint }: SettingCheckProps) {
  const session = useSession();
  const id = useId();
  const [isOn, want] = useWanted(session.state.value.settings[name] ?? false, (on) =>
    act(session, { type: 'settings', [name]: on }),
  );
  return (
    <div>
      <label class="host-check">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={hint && id}
          onChange={({ currentTarget }) => void want(currentTarget.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={id} class="host-hint host-check-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
