import './choice.css';
import { useId } from 'preact/hooks';
import type { KeptChoice } from '../parts/kept.ts';

interface ChoiceProps<Value extends string> {
  title: string;
  choice: KeptChoice<Value>;
  words: Readonly<Record<Value, string>>;
}

/** One of a few, side by side. */
export function Choice<Value extends string>({ title, choice, words }: ChoiceProps<Value>) {
  const group = useId();
  return (
    <fieldset class="choice">
      <legend class="field-label">{title}</legend>
      <div class="choice-row">
        {choice.values.map((value) => (
          <label key={value} class="choice-option">
            <input
              type="radio"
              name={group}
              checked={choice.chosen.value === value}
              onChange={() => choice.choose(value)}
            />
            {words[value]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
