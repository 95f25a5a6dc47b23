import type { ComponentChildren, ComponentProps } from 'preact';

interface FieldLineProps {
  /** What is said of the field stands under this and `-said`. */
  id: string;
  label: string;
  input: ComponentProps<'input'>;
  children: ComponentChildren;
}

/** A field under its name, and at its end what is done with it. */
export function FieldLine({ id, label, input, children }: FieldLineProps) {
  return (
    <>
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="field-line">
        <input id={id} class="field" aria-describedby={`${id}-said`} {...input} />
        {children}
      </div>
    </>
  );
}

interface FieldSaidProps {
  /** The field's. */
  id: string;
  problem: string | undefined;
  hint?: string;
  live: 'polite' | 'assertive';
}

/** What is wrong with what was written, or else what is to be known of it. */
export function FieldSaid({ id, problem, hint, live }: FieldSaidProps) {
  const look = hint === undefined ? '' : 'field-hint';
  return (
    <p id={`${id}-said`} class={problem ? 'field-problem' : look} aria-live={live}>
      {problem ?? hint}
    </p>
  );
}
