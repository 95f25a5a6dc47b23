import type { Message } from '../../protocol/server-message.ts';
import type { Reach } from '../parts/alert-choice.ts';
import { gist } from '../parts/gist.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';

/** In code points: what a notification has room for. */
const EXCERPT = 200;

export interface Alert {
  readonly title: string;
  readonly body: string;
  /** The message that it leads to. */
  readonly seq: number;
}

/** Those of several messages that a person who chose so wants to be told of. */
export function within(
  reach: Reach,
  messages: readonly Message[],
  isForUs: (message: Message) => boolean,
): readonly Message[] {
  if (reach === 'nothing') return [];
  return messages.filter((message) => !message.deleted && (reach === 'all' || isForUs(message)));
}

/** One message in its author's words, several as a number; undefined where there is none. */
export function alertOf(messages: readonly Message[], room: string): Alert | undefined {
  const [first] = messages;
  if (!first) return undefined;
  const { seq, from, text = '', to } = first;
  if (messages.length > 1) return { title: room, body: strings.announce.many(messages.length), seq };
  const title = to
    ? laterStrings.alerts.saidPrivately(from.name, room)
    : laterStrings.alerts.said(from.name, room);
  return { title, body: gist(text, EXCERPT), seq };
}
