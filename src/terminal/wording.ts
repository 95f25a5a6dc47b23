import type { RoomState } from '../client/state.ts';
import type { MemberId, Message } from '../protocol/server-message.ts';
import type { Look } from './look.ts';
import { plainLine, plainText } from './plain-text.ts';

/** A message as it now stands. */
export function messageLine(message: Message, state: RoomState, look: Look): string {
  const head = `${time(message, look)} ${author(message, state, look)}${marks(message, state, look)}`;
  return message.text === undefined ? head : `${head}: ${plainText(message.text)}`;
}

/** What became of a message that was shown before. */
export function changeLine(message: Message, state: RoomState, look: Look): string {
  return `${look.paint('aside', message.deleted ? 'Deleted:' : 'Changed:')} ${messageLine(message, state, look)}`;
}

export function names(members: readonly { readonly name: string }[]): string {
  return members.map(({ name }) => plainLine(name)).join(', ');
}

function author({ from }: Message, { self }: RoomState, { paint }: Look): string {
  return paint(from.id === self?.id ? 'own' : 'name', plainLine(from.name));
}

function marks({ to, edited, deleted }: Message, state: RoomState, { paint }: Look): string {
  const secret = to && paint('private', ` (private to ${recipients(to, state)})`);
  const fate = deleted ? ' (deleted)' : edited && ' (edited)';
  return [secret, fate && paint('aside', fate)].filter(Boolean).join('');
}

function recipients(to: readonly MemberId[], { members, self }: RoomState): string {
  const nameOf = (id: MemberId) => members.find((member) => member.id === id)?.name ?? 'somebody who left';
  return to.map((id) => (id === self?.id ? 'you' : plainLine(nameOf(id)))).join(', ');
}

/** The time of day, and the day where it is another one. */
function time({ at }: Message, { now, paint }: Look): string {
  const day = dayOf(at);
  const clock = new Date(at).toTimeString().slice(0, 5);
  return paint('aside', day === dayOf(now()) ? clock : `${day} ${clock}`);
}

function dayOf(at: number): string {
  const date = new Date(at);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
