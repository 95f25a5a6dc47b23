import { useId } from 'preact/hooks';
import { CheckIcon } from '../parts/icons.tsx';
import { CopyIcon } from '../parts/later-icons.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { useCopied } from './copy.ts';

/** Something to be taken elsewhere, to see and to copy. */
export function CopyField({ label, text, copyName }: { label: string; text: string; copyName: string }) {
  const id = useId();
  return (
    <div class="copy-field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <CopyText id={id} text={text} />
      <CopyButton text={text} name={copyName} isMain />
    </div>
  );
}

type CopyTextProps = { text: string; class?: string } & ({ id: string } | { 'aria-label': string });

/** It selects itself, for who copies by hand. */
export const CopyText = ({ text, class: more = '', ...named }: CopyTextProps) => (
  <input
    class={`field ${more}`}
    readOnly
    value={text}
    onFocus={(event) => event.currentTarget.select()}
    {...named}
  />
);

export function CopyButton({ text, name, isMain = false }: { text: string; name: string; isMain?: boolean }) {
  const [isCopied, copy] = useCopied(text);
  return (
    <button type="button" class={isMain ? 'button button-main' : 'button'} onClick={copy}>
      {isCopied ? <CheckIcon /> : <CopyIcon />}
      {isCopied ? laterStrings.invite.copied : name}
    </button>
  );
}
