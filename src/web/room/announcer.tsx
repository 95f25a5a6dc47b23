import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Message, ModerationEvent, Self } from '../../protocol/server-message.ts';
import { Burst } from '../parts/burst.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { Arrivals } from './arrivals.ts';
import { type RoomSession, useSession } from './session.ts';

/** The one live region for what is said: politely, and a burst as a number. The same words twice are new each time. */
export function Announcer() {
  const session = useSession();
  const said = useSignal({ text: '', turn: 0 });
  const say = (text: string) => {
    said.value = { text, turn: said.peek().turn + 1 };
  };
  const arrivals = useMemo(() => new Arrivals(), []);
  const burst = useMemo(() => new Burst<Message>((messages) => say(sentence(messages))), []);
  useSignalEffect(() => burst.add(arrivals.take(session.state.value)));
  useSignalEffect(() => {
    if (session.notice.spoken.value) say(session.notice.spoken.value.text);
  });

  useModerationNews(session);

  return (
    <div class="visually-hidden" aria-live="polite">
      <span key={said.value.turn}>{said.value.text}</span>
    </div>
  );
}

/** H3: what a host did, as far as it concerns those who are here; settings that say why one cannot write are told there. */
function useModerationNews({ state, notice }: RoomSession): void {
  const moderation = useComputed(() => state.value.moderation);
  useSignalEffect(() => {
    const event = moderation.value;
    const words = event && newsOf(event, state.peek().self);
    if (words) notice.tell(words);
  });
}

function newsOf({ action, member, role, by }: ModerationEvent, self: Self | undefined): string | undefined {
  if (!member || !self) return undefined;
  if (member.id === self.id) return action === 'appoint' && role ? laterStrings.appointed[role] : undefined;
  const isForAll = action === 'kick' || action === 'ban';
  return isForAll || by === self.id ? laterStrings.did[action](member.name) : undefined;
}

function sentence(messages: readonly Message[]): string {
  if (messages.length > 3) return strings.announce.many(messages.length);
  return messages.map(spoken).join('\n');
}

function spoken({ from, text = '', to }: Message): string {
  return to ? strings.announce.saidPrivately(from.name, text) : strings.announce.said(from.name, text);
}
