import type { Signal } from '@preact/signals';
import { laterStrings } from '../strings/later-strings.ts';
import type { Duration, DurationUnit } from './duration.ts';

interface DurationFieldProps {
  duration: Signal<Duration>;
  mayBeForGood?: boolean;
}

/** So many minutes, hours or days. */
export function DurationField({ duration, mayBeForGood = false }: DurationFieldProps) {
  const { title, amount, unit, units } = laterStrings.duration;
  const offered: DurationUnit[] = ['minutes', 'hours', 'days', ...(mayBeForGood ? ['ever' as const] : [])];
  const chosen = duration.value;
  return (
    <fieldset class="duration">
      <legend class="field-label">{title}</legend>
      {chosen.unit !== 'ever' && (
        <input
          class="field"
          type="number"
          min={1}
          max={999}
          required
          aria-label={amount}
          value={chosen.amount}
          onInput={(event) => (duration.value = { ...chosen, amount: event.currentTarget.valueAsNumber })}
        />
      )}
      <select
        class="field"
        aria-label={unit}
        value={chosen.unit}
        onChange={({ currentTarget }) =>
          (duration.value = { ...chosen, unit: offered[currentTarget.selectedIndex] ?? chosen.unit })
        }
      >
        {offered.map((name) => (
          <option key={name} value={name}>
            {units[name]}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
