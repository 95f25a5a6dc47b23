import './quote.css';
import { useComputed } from '@preact/signals';
import { memberHue } from '../parts/member-look.ts';
import { strings } from '../strings.ts';
import { useSession } from './session.ts';

/** In code points. */
const EXCERPT = 160;

/** What a reply answers; goes there where it is loaded. */
export function Quote({ seq, isActive }: { seq: number; isActive: boolean }) {
  const session = useSession();
  const answered = useComputed(() => session.bySeq.value.get(seq)).value;
  if (!answered) return <p class="quote">{strings.messages.earlier}</p>;
  const { from, text } = answered;
  return (
    <button type="button" class="quote" tabIndex={isActive ? 0 : -1} onClick={() => showMessage(seq)}>
      <span class="visually-hidden">{strings.messages.repliesTo} </span>
      <span class="quote-author" style={{ '--hue': String(memberHue(from.id)) }}>
        {from.name}
      </span>{' '}
      <span dir="auto">{text === undefined ? strings.messages.deleted : excerpt(text)}</span>
    </button>
  );
}

const excerpt = (text: string) =>
  [...text.slice(0, 2 * EXCERPT)].slice(0, EXCERPT).join('').replace(/\s+/g, ' ');

/** Goes to a message, where it is loaded. */
export function showMessage(seq: number): void {
  const article = document.querySelector<HTMLElement>(`article[data-seq="${seq}"]`);
  if (!article) return;
  article.scrollIntoView({ block: 'center' });
  article.focus({ preventScroll: true });
  article.classList.add('message-flash');
  article.addEventListener('animationend', () => article.classList.remove('message-flash'), { once: true });
}
