import './quote.css';
import { useComputed } from '@preact/signals';
import type { Message } from '../../protocol/server-message.ts';
import { gist } from '../parts/gist.ts';
import { memberHue } from '../parts/member-look.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** In code points. */
const EXCERPT = 160;

/** What a reply answers, and the way there; `by` is the reply. */
export function Quote({ seq, by, isActive }: { seq: number; by: number | undefined; isActive: boolean }) {
  const session = useSession();
  const answered = useComputed(() => session.bySeq.value.get(seq)).value;
  return (
    <button
      type="button"
      class="quote"
      tabIndex={isActive ? 0 : -1}
      onClick={() => void session.way.show(seq, by)}
    >
      <span class="visually-hidden">{strings.messages.repliesTo} </span>
      {answered ? <Excerpt of={answered} /> : strings.messages.earlier}
    </button>
  );
}

function Excerpt({ of: { from, text } }: { of: Message }) {
  return (
    <>
      <span class="quote-author" style={{ '--hue': String(memberHue(from.id)) }}>
        {from.name}
      </span>{' '}
      <span dir="auto">{text === undefined ? strings.messages.deleted : gist(text, EXCERPT)}</span>
    </>
  );
}
