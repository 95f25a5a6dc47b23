import './found-list.css';
import { useMemo } from 'preact/hooks';
import type { Message } from '../../protocol/server-message.ts';
import { memberHue } from '../parts/member-look.ts';
import { clockTime, dayName, isoTime } from '../parts/times.ts';
import { useRoving } from '../parts/use-roving.ts';
import { PrivateMark } from '../room/private-mark.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { excerpt } from './excerpt.ts';

interface FoundListProps {
  messages: readonly Message[];
  words: readonly string[];
  onChoose: (seq: number) => void;
  /** Up from the first one. */
  onTop: () => void;
}

/** What was found, newest first: one stop for Tab, and arrows between them. */
export function FoundList({ messages, words, onChoose, onTop }: FoundListProps) {
  const roving = useRoving([messages.length], 1, onTop);
  const now = Date.now();
  return (
    <div class="found-list" {...roving}>
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul role="list" aria-label={laterStrings.search.results}>
        {messages.map((message) => (
          <li key={message.seq}>
            <Found message={message} words={words} now={now} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FoundProps {
  message: Message;
  words: readonly string[];
  now: number;
  onChoose: (seq: number) => void;
}

function Found({ message: { seq, from, to, at, text = '' }, words, now, onChoose }: FoundProps) {
  const stretches = useMemo(() => excerpt(text, words), [text, words]);
  return (
    <button
      type="button"
      class={to ? 'found found-private' : 'found'}
      tabIndex={-1}
      onClick={() => onChoose(seq)}
    >
      <span class="found-head">
        <span class="found-author" dir="auto" style={{ '--hue': String(memberHue(from.id)) }}>
          {from.name}
        </span>{' '}
        {to && <PrivateMark to={to} isSeen />}{' '}
        <time class="found-time" dateTime={isoTime(at)}>
          {dayName(at, now)} {clockTime(at)}
        </time>
      </span>{' '}
      <span class="found-text" dir="auto">
        {stretches.map((stretch, index) =>
          stretch.isFound ? <mark key={index}>{stretch.text}</mark> : stretch.text,
        )}
      </span>
    </button>
  );
}
