import { refusal } from '../protocol/codes.ts';
import type { Answer, DurableEvent, Member, MemberId, Message, Role } from '../protocol/server-message.ts';
import type { ConnectionStates } from './connection-states.ts';
import type { Duplicates } from './duplicates.ts';
import { type ConnectionId, type Effect, EVERYONE, tell } from './effect.ts';
import { readsAfter } from './gate.ts';
import type { Pacing } from './pacing.ts';
import { mayRead, type Readers, readersOf } from './readers.ts';
import type { Register } from './register.ts';
import type { Roster } from './roster.ts';
import type { Transcript } from './transcript.ts';
import type { Vacancy } from './vacancy.ts';

/** Chance, handed in. */
export interface Chance {
  /** A new id that nobody can guess; fits F7. */
  id(): string;
  /** In [0, 1). */
  random(): number;
}

/** What every command of a room works on. */
export interface Parts {
  /** The room's name, canonical (A3). */
  readonly room: string;
  readonly transcript: Transcript;
  readonly register: Register;
  readonly roster: Roster;
  readonly connections: ConnectionStates;
  readonly duplicates: Duplicates;
  readonly pacing: Pacing;
  readonly vacancy: Vacancy;
  readonly chance: Chance;
  /** Closes a connection and lets its member go, if it was the last. */
  readonly end: (connection: ConnectionId, code: number, reason: string) => readonly Effect[];
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

/** The message that a command aims at, where the speaker may read it (S9, H4). */
export function readable({ transcript, register, speaker }: Turn, seq: number): Message | undefined {
  const message = transcript.message(seq);
  if (!message || seq <= readsAfter(register, speaker.id)) return undefined;
  return mayRead(readersOf(message), speaker.id) ? message : undefined;
}

/** A stored event, to all connections of all who may know of it; `about` is the seq of the message that it concerns. */
export function tellReaders(
  { roster, register }: Parts,
  event: DurableEvent,
  readers: Readers,
  about: number = event.seq,
): Effect {
  const isHidden = (id: MemberId) => about <= readsAfter(register, id);
  // What is new lies after everybody's join.
  const isForAll = about === event.seq || !register.keeping.settings.hidesHistory;
  if (readers === null && isForAll) return tell(EVERYONE, event);
  const members = (readers ?? roster.ids()).filter((id) => !isHidden(id));
  return tell(
    members.flatMap((id) => roster.connectionsOf(id)),
    event,
  );
}

/** What was asked for, to whoever asked, with the id that it was asked by (F7). */
export function answer({ connection }: Turn, id: string | undefined, asked: Answer): readonly Effect[] {
  return [tell([connection], id === undefined ? asked : { ...asked, id })];
}

/** F7: the answer to a command that rightly changes nothing, and to one of section 9 that was carried out. */
export function done(turn: Turn, id: string | undefined): readonly Effect[] {
  return id === undefined ? [] : answer(turn, id, { type: 'done', id });
}

/** H1: to everybody, who the hosts are now. */
export function tellHosts({ register }: Parts): Effect {
  return tell(EVERYONE, { type: 'hosts', hosts: register.hosts });
}

export const notFound = () => refusal('not_found');
