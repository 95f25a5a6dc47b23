import { useId } from 'preact/hooks';
import { CheckIcon } from '../parts/icons.tsx';
import { CopyIcon } from '../parts/later-icons.tsx';
import { useCopied } from '../room/copy.ts';
import { laterStrings } from '../strings/later-strings.ts';

/** Something to be taken elsewhere, to see and to copy. */
export function CopyField({ label, text, copyName }: { label: string; text: string; copyName: string }) {
  const id = useId();
  return (
    <div class="copy-field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input id={id} class="field" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton text={text} name={copyName} isMain />
    </div>
  );
}

export function CopyButton({ text, name, isMain = false }: { text: string; name: string; isMain?: boolean }) {
  const [isCopied, copy] = useCopied(text);
  return (
    <button type="button" class={isMain ? 'button button-main' : 'button'} onClick={copy}>
      {isCopied ? <CheckIcon /> : <CopyIcon />}
      {isCopied ? laterStrings.roomSettings.copied : name}
    </button>
  );
}
