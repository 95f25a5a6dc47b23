import { useId } from 'preact/hooks';
import { useSession } from '../room/session.ts';
import { act } from './act.ts';

interface SettingCheckProps {
  name: 'locked' | 'knownOnly' | 'hidesHistory';
  label: string;
  hint?: string;
}

/** A setting that holds or does not, as the room has it; changed at once. */
export function SettingCheck({ name, label, hint }: SettingCheckProps) {
  const session = useSession();
  const id = useId();
  return (
    <div>
      <label class="host-check">
        <input
          type="checkbox"
          checked={session.state.value.settings[name] ?? false}
          aria-describedby={hint && id}
          onChange={({ currentTarget }) => {
            const { checked } = currentTarget;
            void act(session, { type: 'settings', [name]: checked }).then((isDone) => {
              if (!isDone) currentTarget.checked = !checked;
            });
          }}
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
