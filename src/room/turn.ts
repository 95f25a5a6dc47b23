import { refusal } from '../protocol/codes.ts';
import type { DurableEvent, Member, Message, Role } from '../protocol/server-message.ts';
import type { Duplicates } from './duplicates.ts';
import { type ConnectionId, type Effect, EVERYONE, tell } from './effect.ts';
import { mayRead, type Readers, readersOf } from './readers.ts';
import type { Roster } from './roster.ts';
import type { Transcript } from './transcript.ts';

/** Chance, handed in. */
export interface Chance {
  /** A new id that nobody can guess; fits F7. */
  id(): string;
  /** In [0, 1). */
  random(): number;
}

/** What every command of a room works on. */
export interface Parts {
  readonly transcript: Transcript;
  readonly roster: Roster;
  readonly duplicates: Duplicates;
  readonly chance: Chance;
}

/** One command's turn: the room as it is, and who asks, when. */
export interface Turn extends Parts {
  readonly connection: ConnectionId;
  readonly speaker: Member;
  readonly role: Role;
  /** Unix time in ms. */
  readonly now: number;
}

export const moderates = (role: Role) => role !== 'member';

/** The message that a command aims at, where the speaker may read it (S9). */
export function readable({ transcript, speaker }: Turn, seq: number): Message | undefined {
  const message = transcript.message(seq);
  return message && mayRead(readersOf(message), speaker.id) ? message : undefined;
}

/** A stored event, to all connections of all who may know of it. */
export function tellReaders({ roster }: Turn, event: DurableEvent, readers: Readers): Effect {
  const to = readers === null ? EVERYONE : readers.flatMap((id) => roster.connectionsOf(id));
  return tell(to, event);
}

/** F7: the answer to a command that rightly changes nothing. */
export function done({ connection }: Turn, id: string | undefined): readonly Effect[] {
  return id === undefined ? [] : [tell([connection], { type: 'done', id })];
}

export const notFound = () => refusal('not_found');
