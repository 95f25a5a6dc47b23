import * as v from 'valibot';
import { readAddressed } from '../protocol/address.ts';
import type { ClientMessage } from '../protocol/client-message.ts';
import { type DecodedFrame, type Fault, hasLoneSurrogate, readText } from '../protocol/codec.ts';
import { refusal } from '../protocol/codes.ts';
import { displayName } from '../protocol/display-name.ts';
import { parseJson } from '../protocol/json.ts';
import type { Member, Message } from '../protocol/server-message.ts';
import type { Delivery, News } from '../room/delivery.ts';
import type { ReadonlyRoster } from '../room/readonly-roster.ts';
import type { Dialect, Situation } from './dialect.ts';

/** Section 8: for a terminal, or a page of ten lines. One object a frame, or a bare text. */
export const classic: Dialect = {
  greeting: [JSON.stringify({ type: 'handshake', content: 'done' })],
  read,
  write: (delivery, roster) => inWords(delivery, roster).map((frame) => JSON.stringify(frame)),
  merge: (deliveries) => deliveries,
  pack: (words) => words,
};

const login = v.object({ type: v.literal('login'), content: v.optional(v.unknown()) });
const user = v.object({ type: v.literal('user'), content: v.string() });

/** C6. */
const UNREADABLE = 'A name in quotes ends with a quote and a space. Nothing was sent.';

function read(frame: string | ArrayBuffer, situation: Situation): DecodedFrame {
  const text = readText(frame);
  if (typeof text !== 'string') return { fault: text };
  const object = parseJson(text);
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    return { commands: text.trim() === '' ? [] : say(text, situation) };
  }
  return hasLoneSurrogate(text) ? { fault: refusal('bad_frame') } : { commands: obey(object, situation) };
}

function obey(object: object, situation: Situation): (ClientMessage | Fault)[] {
  if (v.is(login, object)) return [join(object.content)];
  if (v.is(user, object)) return say(object.content, situation);
  return [refusal(isUnknown(object) ? 'unknown_command' : 'bad_frame')];
}

function isUnknown(object: { type?: unknown }): boolean {
  return typeof object.type === 'string' && !['login', 'user'].includes(object.type);
}

/** C2: a name that is none is replaced. */
function join(name: unknown): ClientMessage {
  const isName = typeof name === 'string' && displayName(name) !== undefined;
  return { type: 'join', ...(isName && { name }) };
}

/** C3, C5: whoever has not logged in does so by speaking. */
function say(text: string, { hasJoined, roster }: Situation): (ClientMessage | Fault)[] {
  const sent = send(text, roster);
  return hasJoined ? [sent] : [join(undefined), sent];
}

/** C6. */
function send(text: string, roster: ReadonlyRoster): ClientMessage | Fault {
  const addressed = readAddressed(text);
  if (!addressed) return { type: 'send', text };
  const { name } = addressed;
  if (name === undefined) return refusal('not_found', { message: UNREADABLE });
  const to = roster.named(name);
  if (to) return { type: 'send', text: addressed.text, to: [to.id] };
  return refusal('not_found', { message: `Nobody here is called ${name}. Nothing was sent.` });
}

function inWords(delivery: Delivery, roster: ReadonlyRoster): object[] {
  switch (delivery.type) {
    case 'welcome':
      return [
        told('login', delivery.self, roster),
        ...(delivery.messages ?? []).flatMap((message) => said(message, roster)),
      ];
    case 'message':
      return said(delivery, roster);
    case 'presence':
      return news(delivery, roster);
    case 'error':
      return [{ type: 'error', content: delivery.message }];
    default:
      return [];
  }
}

/** C3, C6. A tombstone has nothing to say. Who is away, or nobody, goes by no name, and is not told apart. */
function said({ from, text, to }: Message, roster: ReadonlyRoster): object[] {
  if (text === undefined) return [];
  const names = to?.map((id) => roster.find(id)?.name ?? 'somebody');
  return [{ type: 'user', from: from.name, content: text, ...(names && { private: true, to: names }) }];
}

/** C2, C4; `rename` is our own, for whoever knows it. */
function news({ joined = [], left = [], changed = [] }: News, roster: ReadonlyRoster): object[] {
  return [
    ...joined.map((member) => told('login', member, roster)),
    ...left.map((member) => told('logout', member, roster)),
    ...changed.map((member) => ({ ...told('rename', member, roster), from: member.was })),
  ];
}

/** C7: whoever has come is among those who are listed, in a crowd too. */
function told(type: 'login' | 'logout' | 'rename', { id, name }: Member, roster: ReadonlyRoster): object {
  const listed = type === 'logout' ? roster.list() : roster.list({ id, name });
  return { type, content: name, user_list: listed.map((member) => member.name) };
}
