import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Message } from '../../protocol/server-message.ts';
import { strings } from '../strings/strings.ts';
import { Arrivals } from './arrivals.ts';
import { useSession } from './session.ts';

const GATHER = 700;

/** The one live region for what is said: politely, and a burst as a number. The same words twice are new each time. */
export function Announcer() {
  const session = useSession();
  const said = useSignal({ text: '', turn: 0 });
  const say = (text: string) => {
    said.value = { text, turn: said.peek().turn + 1 };
  };
  const arrivals = useRef(new Arrivals());
  const waiting = useRef<Message[]>([]);

  useSignalEffect(() => {
    const fresh = arrivals.current.take(session.state.value);
    if (fresh.length === 0) return;
    if (waiting.current.length === 0) setTimeout(tell, GATHER);
    waiting.current.push(...fresh);
  });
  useSignalEffect(() => {
    if (session.notice.spoken.value) say(session.notice.spoken.value.text);
  });

  const tell = () => {
    say(sentence(waiting.current));
    waiting.current = [];
  };
  return (
    <div class="visually-hidden" aria-live="polite">
      <span key={said.value.turn}>{said.value.text}</span>
    </div>
  );
}

function sentence(messages: readonly Message[]): string {
  if (messages.length > 3) return strings.announce.many(messages.length);
  return messages.map(spoken).join('\n');
}

function spoken({ from, text = '', to }: Message): string {
  return to ? strings.announce.saidPrivately(from.name, text) : strings.announce.said(from.name, text);
}
