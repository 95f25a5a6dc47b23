import { toWire } from '../../src/dialect/native.ts';
import type { ClientMessageOf, PageRange } from '../../src/protocol/client-message.ts';
import { decodeFrame, type Fault } from '../../src/protocol/codec.ts';
import type { Refusal } from '../../src/protocol/codes.ts';
import type { MemberId, Page, Role, ServerMessage, Welcome } from '../../src/protocol/server-message.ts';
import type { Command } from '../../src/room/commands/dispatch.ts';
import type { Admission, Join } from '../../src/room/commands/join.ts';
import type { ConnectionId, ConnectionState, Effect } from '../../src/room/effect.ts';
import type { Summary } from '../../src/room/reading.ts';
import { Room } from '../../src/room/room.ts';
import { FreeIds } from './free-ids.ts';
import { MemoryRegister } from './memory-register.ts';
import { MemoryTranscript } from './memory-transcript.ts';
import { welcomeIn } from './welcome-in.ts';

export interface RoomFacts {
  /** E1: so many by default that no test meets the limit unawares. */
  readonly burst?: number;
  readonly perSecond?: number;
  /** H1: that nobody owns yet. By default somebody does who is not here, so that no test founds a room unawares. */
  readonly isNew?: boolean;
  /** What chance gives for guest names, in [0, 1). */
  readonly random?: () => number;
}

type JoinFields = Partial<Pick<Join, 'log' | 'after' | 'id'>> &
  Pick<Admission, 'hasPassword' | 'hasInvitation'> & { readonly role?: Role };

type Fields<Type extends 'send' | 'edit' | 'delete' | 'react' | 'typing' | 'rename'> = Partial<
  Omit<ClientMessageOf<Type>, 'type'>
>;

export const NOON = 1_800_000_000_000;

export function aRoom(facts: RoomFacts = {}): RoomUnderTest {
  return new RoomUnderTest(facts);
}

/** A room, a clock that stands still until it is told to go on, and what each connection has been told. */
export class RoomUnderTest {
  readonly transcript = new MemoryTranscript();
  readonly register = new MemoryRegister(this.transcript);
  /** What `report` was told. */
  readonly reported: unknown[] = [];
  now = NOON;
  /** H10. */
  isDestroyed = false;
  readonly #facts: RoomFacts;
  readonly #kept = new Map<ConnectionId, ConnectionState>();
  /** As it would go over the wire. */
  readonly #told = new Map<ConnectionId, string[]>();
  readonly #closed = new Map<ConnectionId, number>();
  readonly #ids = new FreeIds();
  #made = 0;
  #connected = 0;
  #room: Room;

  constructor(facts: RoomFacts) {
    this.#facts = facts;
    if (!facts.isNew) this.register.set('founder', { name: 'Founder', role: 'owner' });
    this.#room = this.#open();
  }

  get room(): Room {
    return this.#room;
  }

  /** Somebody new, who joins under this name; without one, as whoever the room makes of them. */
  join(name?: string, fields: JoinFields = {}): Person {
    const stranger = this.connect(this.#ids.next(name ?? 'guest'));
    stranger.joins(name, fields);
    return stranger;
  }

  /** Somebody who has not joined yet; `address` is where they come from. */
  connect(id: MemberId = this.#ids.next('stranger'), address?: string): Person {
    const person = new Person(this, id, `socket-${++this.#connected}`);
    this.#told.set(person.connection, []);
    this.perform(this.#room.connect(person.connection, this.now, address));
    return person;
  }

  crowd(count: number): readonly Person[] {
    return Array.from({ length: count }, (_, index) => this.join(`Guest ${index + 1}`));
  }

  /** What this connection was told since it was last asked. */
  told(person: Person): readonly ServerMessage[] {
    return (this.#told.get(person.connection)?.splice(0) ?? []).map(heard);
  }

  /** R5: what anybody may know of it. */
  summary(): Summary {
    const summary = this.#room.summary({ member: null }, this.now);
    if ('code' in summary) throw new Error(`Refused: ${summary.code}`);
    return summary;
  }

  /** R5: what anybody may read. */
  reads(range: PageRange): Page & { readonly head: number } {
    const page = this.#room.read(range, { member: null }, this.now);
    if ('code' in page) throw new Error(`Refused: ${page.code}`);
    return page;
  }

  /** Lets go of all that was told so far. */
  hush(): void {
    for (const told of this.#told.values()) told.length = 0;
  }

  closedWith(person: Person): number | undefined {
    return this.#closed.get(person.connection);
  }

  kept(person: Person): ConnectionState | undefined {
    return this.#kept.get(person.connection);
  }

  passes(ms: number): void {
    this.now += ms;
  }

  /** Forgets all that is in memory and takes it up again from the transcript and what rides on the sockets. */
  hibernates(): void {
    this.#room = this.#open();
    // The platform gives sockets back newest first.
    for (const [connection, state] of [...this.#kept].reverse()) {
      this.#room.restore(connection, structuredClone(state));
    }
  }

  takes(person: Person, commands: readonly (Command | Fault)[]): readonly ServerMessage[] {
    return this.#telling(person, () => this.#room.receive(person.connection, commands, this.now));
  }

  refuses(person: Person, why: Refusal): readonly ServerMessage[] {
    return this.#telling(person, () => this.#room.refuse(person.connection, why, this.now));
  }

  drops(person: Person): void {
    this.#kept.delete(person.connection);
    this.perform(this.#room.leave(person.connection));
  }

  /** Keeps books of what the room wants done, in its order, as the sockets' side would do it. */
  perform(effects: readonly Effect[]): void {
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: Effect): void {
    switch (effect.do) {
      case 'keep':
        this.#kept.set(effect.connection, effect.state);
        break;
      case 'tell':
        this.#tell(this.#recipients(effect.to), JSON.stringify(toWire(effect.message)));
        break;
      case 'close':
        if (effect.reason === '') throw new Error(`Closed with ${effect.code}, and not told why.`);
        this.#closed.set(effect.connection, effect.code);
        this.#kept.delete(effect.connection);
        break;
      case 'destroy':
        this.isDestroyed = true;
        break;
      default:
        throw new Error(`Nothing that can be done: ${JSON.stringify(effect satisfies never)}`);
    }
  }

  #telling(person: Person, act: () => readonly Effect[]): readonly ServerMessage[] {
    const before = this.#told.get(person.connection)?.length ?? 0;
    this.perform(act());
    return (this.#told.get(person.connection)?.slice(before) ?? []).map(heard);
  }

  #recipients(to: Extract<Effect, { do: 'tell' }>['to']): readonly ConnectionId[] {
    if (!('except' in to)) return to;
    const joined = [...this.#kept].filter(([, state]) => state.seat !== undefined).map(([id]) => id);
    return joined.filter((id) => !to.except.includes(id));
  }

  #tell(recipients: readonly ConnectionId[], frame: string): void {
    for (const to of recipients) this.#told.get(to)?.push(frame);
  }

  #open(): Room {
    const { burst = 1_000_000, perSecond = 10, random = () => 0 } = this.#facts;
    return new Room({
      name: 'lobby',
      transcript: this.transcript,
      register: this.register,
      rates: { burst, perSecond },
      chance: { id: () => `made-${++this.#made}`, random },
      report: (error) => this.reported.push(error),
    });
  }
}

const heard = (frame: string): ServerMessage => JSON.parse(frame);

/** One connection of a member. What it does returns what this connection is told meanwhile. */
export class Person {
  readonly id: MemberId;
  readonly connection: ConnectionId;
  readonly #in: RoomUnderTest;

  constructor(room: RoomUnderTest, id: MemberId, connection: ConnectionId) {
    this.#in = room;
    this.id = id;
    this.connection = connection;
  }

  /** Another connection of the same member, joined. */
  alsoJoins(name?: string, fields: JoinFields = {}): Person {
    const other = this.#in.connect(this.id);
    other.joins(name, fields);
    return other;
  }

  joins(name?: string, { role = 'member', ...fields }: JoinFields = {}): readonly ServerMessage[] {
    return this.says(this.joining(name, { role, ...fields }));
  }

  joining(
    name?: string,
    { role = 'member', hasPassword = false, hasInvitation = false, ...fields }: JoinFields = {},
  ): Join {
    if (role === 'moderator') this.#in.register.set(this.id, { name: name ?? this.id, role });
    const admission = {
      member: this.id,
      token: `token of ${this.id}`,
      isOwner: role === 'owner',
      hasPassword,
      hasInvitation,
    };
    return { type: 'join', ...(name !== undefined && { name }), ...fields, admission };
  }

  /** One frame. */
  says(...commands: readonly (Command | Fault)[]): readonly ServerMessage[] {
    return this.#in.takes(this, commands);
  }

  /** One frame as it comes over the wire. */
  frame(text: string): readonly ServerMessage[] {
    const decoded = decodeFrame(text);
    if ('fault' in decoded) return this.#in.refuses(this, decoded.fault);
    return this.says(...decoded.commands.filter((command) => command.type !== 'join'));
  }

  sends(text: string, fields: Fields<'send'> = {}): readonly ServerMessage[] {
    return this.says({ type: 'send', text, ...fields });
  }

  sendsMany(count: number): void {
    for (let sent = 1; sent <= count; sent++) this.sends(`text ${sent}`);
  }

  edits(target: number, text: string, fields: Fields<'edit'> = {}): readonly ServerMessage[] {
    return this.says({ type: 'edit', target, text, ...fields });
  }

  deletes(target: number, fields: Fields<'delete'> = {}): readonly ServerMessage[] {
    return this.says({ type: 'delete', target, ...fields });
  }

  reacts(target: number, emoji: string, fields: Fields<'react'> = {}): readonly ServerMessage[] {
    return this.says({ type: 'react', target, emoji, on: true, ...fields });
  }

  types(on = true, fields: Fields<'typing'> = {}): readonly ServerMessage[] {
    return this.says({ type: 'typing', on, ...fields });
  }

  renames(name: string, fields: Fields<'rename'> = {}): readonly ServerMessage[] {
    return this.says({ type: 'rename', name, ...fields });
  }

  pages(range: PageRange = {}): Extract<ServerMessage, { type: 'page' }> {
    const [answer] = this.says({ type: 'page', ...range });
    if (answer?.type !== 'page') throw new Error(`Not a page: ${JSON.stringify(answer)}`);
    return answer;
  }

  leaves(): void {
    this.#in.drops(this);
  }

  /** Joins on a new connection of the same member and gives the welcome. */
  returns(fields: JoinFields = {}): Welcome {
    return welcomeIn(this.#in.connect(this.id).joins(undefined, fields));
  }
}

/** What each thing told is, in a word: its type, or for an error its code. */
export const words = (told: readonly ServerMessage[]) =>
  told.map((message) => (message.type === 'error' ? message.code : message.type));
