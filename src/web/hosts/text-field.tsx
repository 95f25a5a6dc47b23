import type { Signal } from '@preact/signals';

interface TextFieldProps {
  label: string;
  text: Signal<string>;
  maxLength: number;
}

/** One line of text. */
export function TextField({ label, text, maxLength }: TextFieldProps) {
  return (
    <label class="host-label">
      {label}
      <input
        class="field"
        maxLength={maxLength}
        dir="auto"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
    </label>
  );
}
