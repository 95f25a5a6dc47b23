import './code-block.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useContext, useRef } from 'preact/hooks';
import { CheckIcon } from '../parts/icons.tsx';
import { CopyIcon } from '../parts/later-icons.tsx';
import { useSeen } from '../parts/use-seen.ts';
import { strings } from '../strings/strings.ts';
import { useCopied } from './copy.ts';
import { IsActive } from './is-active.ts';

/** In lines. */
const FOLDED = 20;

/** Code as it was typed; coloured once it has come into sight, folded where it is long. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  const isLong = code.split('\n', FOLDED + 1).length > FOLDED;
  const isFolded = useSignal(isLong);
  const tabIndex = useContext(IsActive) ? 0 : -1;
  return (
    <div class={isFolded.value ? 'code code-folded' : 'code'} dir="ltr">
      <div class="code-head">
        <span class="code-language">{language}</span>
        <CopyCode code={code} tabIndex={tabIndex} />
      </div>
      <pre class="code-text" tabIndex={tabIndex}>
        <Coloured key={code} code={code} language={language} />
      </pre>
      {isLong && (
        <button
          type="button"
          class="code-button code-fold"
          aria-expanded={!isFolded.value}
          tabIndex={tabIndex}
          onClick={() => (isFolded.value = !isFolded.value)}
        >
          {isFolded.value ? strings.code.all : strings.code.less}
        </button>
      )}
    </div>
  );
}

function CopyCode({ code, tabIndex }: { code: string; tabIndex: number }) {
  const [isCopied, copy] = useCopied(code);
  return (
    <button type="button" class="code-button" tabIndex={tabIndex} onClick={copy}>
      {isCopied ? <CheckIcon /> : <CopyIcon />}
      {isCopied ? strings.code.copied : strings.code.copy}
    </button>
  );
}

function Coloured({ code, language }: { code: string; language: string }) {
  const element = useRef<HTMLElement>(null);
  const coloured = useSignal<ComponentChildren>(undefined);
  useSeen(element, async () => {
    if (!language) return;
    try {
      const { highlight } = await import('./highlight.tsx');
      coloured.value = await highlight(code, language);
    } catch (error) {
      console.warn('Code stays without colours:', error);
    }
  });
  return <code ref={element}>{coloured.value ?? code}</code>;
}
