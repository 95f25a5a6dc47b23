import './notify-settings.css';
import { useSignal } from '@preact/signals';
import { ALERT_KINDS, type AlertKind, alertChoice, REACHES, type Reach } from '../parts/alert-choice.ts';
import { chime } from '../parts/chime.ts';
import { askPermission, permission } from '../parts/permission.ts';
import { laterStrings } from '../strings/later-strings.ts';

/** What this person is alerted of while they look elsewhere, and how. */
export function NotifySettings() {
  const allowed = useSignal(permission());
  const choose = async (kind: AlertKind, reach: Reach) => {
    if (reach !== 'nothing' && kind === 'notification') allowed.value = await askPermission();
    const isAllowed = kind === 'sound' || allowed.value === 'granted';
    alertChoice[kind].choose(isAllowed ? reach : 'nothing');
    if (kind === 'sound' && reach !== 'nothing') chime();
  };
  const problem =
    allowed.value === 'denied' || allowed.value === 'missing'
      ? laterStrings.alerts[allowed.value]
      : undefined;
  return (
    <fieldset class="notify">
      <legend class="notify-title">{laterStrings.alerts.title}</legend>
      {ALERT_KINDS.map((kind) => (
        <ReachChoice
          key={kind}
          kind={kind}
          isAllowed={kind === 'sound' || allowed.value === 'granted'}
          isDisabled={kind === 'notification' && allowed.value === 'missing'}
          onChoose={(reach) => void choose(kind, reach)}
        />
      ))}
      <p class="notify-hint" aria-live="polite">
        {problem ?? laterStrings.alerts.hint}
      </p>
    </fieldset>
  );
}

interface ReachChoiceProps {
  kind: AlertKind;
  isAllowed: boolean;
  isDisabled: boolean;
  onChoose: (reach: Reach) => void;
}

function ReachChoice({ kind, isAllowed, isDisabled, onChoose }: ReachChoiceProps) {
  const chosen = isAllowed ? alertChoice[kind].chosen.value : 'nothing';
  return (
    <label class="notify-choice">
      {laterStrings.alerts.kind[kind]}
      <select
        class="field"
        disabled={isDisabled}
        value={chosen}
        onChange={({ currentTarget }) => {
          onChoose(REACHES[currentTarget.selectedIndex] ?? chosen);
          currentTarget.value = chosen;
        }}
      >
        {REACHES.map((reach) => (
          <option key={reach} value={reach}>
            {laterStrings.alerts.reach[reach]}
          </option>
        ))}
      </select>
    </label>
  );
}
