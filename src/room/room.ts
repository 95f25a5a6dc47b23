import type { PageRange } from '../protocol/client-message.ts';
import type { Fault } from '../protocol/codec.ts';
import { closeCodes, type Refusal, refusal, withId } from '../protocol/codes.ts';
import { limits } from '../protocol/limits.ts';
import { searchLimits } from '../protocol/search-limits.ts';
import type { Member, MemberId, Role } from '../protocol/server-message.ts';
import { type Command, dispatch } from './commands/dispatch.ts';
import { join } from './commands/join.ts';
import { ConnectionStates } from './connection-states.ts';
import { Duplicates } from './duplicates.ts';
import {
  type ConnectionId,
  type ConnectionState,
  type Effect,
  EVERYONE,
  isRefusal,
  type Outcome,
  tell,
} from './effect.ts';
import type { Visitor } from './gate.ts';
import type { Rates } from './limiter.ts';
import { type Halt, Measure } from './measure.ts';
import { Pacing } from './pacing.ts';
import { Patience, tellWhy } from './patience.ts';
import { type Figures, figures, read, summary } from './reading.ts';
import type { ReadonlyRoster } from './readonly-roster.ts';
import { type Register, roleOf } from './register.ts';
import { expire, nextExpiry } from './retention.ts';
import { Roster } from './roster.ts';
import { Seats } from './seats.ts';
import type { Transcript } from './transcript.ts';
import { type Door, triesAtTheDoor } from './tries.ts';
import { type Chance, notFound, type Parts, type Turn } from './turn.ts';
import { Vacancy } from './vacancy.ts';

/** D3: what the deployer does from outside. */
export type Act = Extract<Command, { type: 'settings' | 'destroy' }>;

export interface RoomOptions {
  /** Canonical (A3). */
  readonly name: string;
  readonly transcript: Transcript;
  readonly register: Register;
  readonly rates: Rates;
  readonly chance: Chance;
  /** Told what made a command fail with `internal`. */
  readonly report: (error: unknown) => void;
}

/** D3: no member's id is so short. */
const DEPLOYER: Member = { id: 'deployer', name: 'The deployer' };

/**
 * One conversation: takes what connections ask, stores what is to last, and says as data what is to be done about it.
 * Synchronous throughout, so that one frame's storing and telling are never interleaved with another's.
 */
export class Room {
  readonly #parts: Parts;
  readonly #burst: number;
  readonly #measure: Measure;
  readonly #door = triesAtTheDoor();
  readonly #report: (error: unknown) => void;
  readonly #connections = new ConnectionStates();
  readonly #seats: Seats;
  readonly #patience: Patience;

  constructor({ name, transcript, register, rates, chance, report }: RoomOptions) {
    const roster = new Roster();
    this.#seats = new Seats(this.#connections, roster);
    this.#parts = {
      room: name,
      transcript,
      register,
      roster,
      connections: this.#connections,
      duplicates: new Duplicates(transcript),
      pacing: new Pacing(transcript),
      vacancy: new Vacancy(name, transcript, register),
      chance,
      end: (connection, code, reason) => this.end(connection, code, reason),
    };
    this.#burst = rates.burst;
    this.#measure = new Measure(rates);
    this.#patience = new Patience(this.#parts, this.#seats, this.#measure);
    this.#report = report;
  }

  /** A new connection, not joined yet; `address` is a keyed hash of where it comes from. */
  connect(connection: ConnectionId, now: number, address?: string): readonly Effect[] {
    return [
      this.#seats.keep(connection, {
        connectedAt: now,
        faults: [],
        ...(address !== undefined && { address }),
      }),
    ];
  }

  /** A connection as it was kept before hibernation. Tells nobody: nobody has left. */
  restore(connection: ConnectionId, state: ConnectionState): void {
    this.#connections.set(connection, state);
    if (state.seat) this.#parts.roster.restore(connection, state.seat.member, state.seat.inView);
  }

  /** One frame's commands, in order. Where one comes too fast, or fails, the rest does too, so that order holds. */
  receive(connection: ConnectionId, commands: readonly (Command | Fault)[], now: number): readonly Effect[] {
    const effects: Effect[] = [];
    let halt: Halt | undefined;
    for (const command of commands) {
      const state = this.#connections.get(connection);
      if (!state) break;
      const who = state.seat?.member.id ?? connection;
      halt ??= this.#measure.spend(who, state.address, now, this.#countOf(command, state.seat?.member.id));
      const outcome = halt?.why ?? this.#carryOut(connection, state, command, now);
      if (!isRefusal(outcome)) {
        effects.push(...this.#seats.shown(), ...outcome);
        continue;
      }
      if (outcome.code === 'internal') halt = { why: refusal('internal') };
      const why = withId(outcome, command.id);
      effects.push(...(halt?.isOthers ? [tellWhy(connection, why)] : this.refuse(connection, why, now)));
    }
    return effects;
  }

  /** E1: how many commands one counts as. */
  #countOf(command: Command | Fault, member: MemberId | undefined): number {
    if (command.type === 'search') return searchLimits.commands;
    if (command.type !== 'send' || command.id === undefined || !member) return 1;
    const events = this.#parts.duplicates.reach(member, command.since);
    return Math.max(1, Math.min(Math.floor(events / limits.duplicateEvents), this.#burst));
  }

  /** Tells a connection why it is refused, and ends it where it has been too often. */
  refuse(connection: ConnectionId, why: Refusal, now: number): readonly Effect[] {
    return this.#patience.refuse(connection, why, now);
  }

  /** A connection that is no more, closed or found dead. Asked again, it does nothing. */
  leave(connection: ConnectionId): readonly Effect[] {
    const seat = this.#connections.get(connection)?.seat;
    this.#connections.delete(connection);
    const { roster, duplicates } = this.#parts;
    const wasInView = seat !== undefined && roster.placeInView(seat.member.id) !== undefined;
    const wasCrowd = roster.isCrowd;
    if (!seat || !roster.exit(connection, seat.member.id)) return [];
    duplicates.forget(seat.member.id);
    const left = wasInView ? { left: [seat.member] } : {};
    const told = tell(EVERYONE, { type: 'presence', ...left, count: roster.count });
    // Nobody in a crowd has been told of all; now that it is none, everybody is to know everybody.
    return [told, ...this.#seats.shown(wasCrowd && !roster.isCrowd ? roster.list() : [])];
  }

  /** Closes a connection and lets its member go, if it was the last. Asked again, it does nothing. */
  end(connection: ConnectionId, code: number, reason: string): readonly Effect[] {
    if (!this.#connections.get(connection)) return [];
    return [{ do: 'close', connection, code, reason }, ...this.leave(connection)];
  }

  hasJoined(connection: ConnectionId): boolean {
    return this.#connections.get(connection)?.seat !== undefined;
  }

  /** J1: ends the connections that have not joined in time. */
  endOverdue(now: number): readonly Effect[] {
    return this.#connections
      .overdue(now)
      .flatMap((connection) => this.end(connection, closeCodes.noJoin, 'No join in time.'));
  }

  /** J1: when the next connection will be overdue, in Unix ms; undefined where all have joined. */
  nextOverdue(): number | undefined {
    return this.#connections.nextOverdue();
  }

  /** Who is here. */
  get roster(): ReadonlyRoster {
    return this.#parts.roster;
  }

  /** R5. */
  summary(visitor: Visitor, now: number): ReturnType<typeof summary> {
    return summary(this.#parts, visitor, now);
  }

  /** R5. */
  read(range: PageRange, visitor: Visitor, now: number): ReturnType<typeof read> {
    return read(this.#parts, range, visitor, now);
  }

  /** H5: what the password is kept as, where the room asks for one. */
  get passwordHash(): string | undefined {
    return this.#parts.register.keeping.passwordHash;
  }

  /** H2, H5, H7: takes a try at the door, or tells the ms to wait. */
  tryAt(what: keyof Door, connection: ConnectionId, now: number): number {
    return this.#door[what].spend(this.#addressOf(connection), now);
  }

  /** H2: the ms to wait before another key is looked at. */
  keyWait(connection: ConnectionId, now: number): number {
    return this.#door.key.wait(this.#addressOf(connection), now);
  }

  #addressOf(connection: ConnectionId): string {
    return this.#connections.get(connection)?.address ?? connection;
  }

  /** H2, H5, H10: with which owner keys and invitations are worth something. */
  get epoch() {
    const { room, transcript, register } = this.#parts;
    const { keyGeneration, doorGeneration = 0 } = register.keeping;
    return { room, log: transcript.log, keyGeneration, doorGeneration };
  }

  get name(): string {
    return this.#parts.room;
  }

  /** What whoever sits on a connection is; undefined where nobody has joined. */
  roleOn(connection: ConnectionId): Role | undefined {
    const member = this.#connections.get(connection)?.seat?.member;
    return member && this.roleOf(member.id);
  }

  /** H2, H5: what a member is, for what is given out over HTTP. */
  roleOf(member: MemberId): Role {
    return roleOf(this.#parts.register, member);
  }

  /** D3: as an owner would, by a name of its own; nothing in a room that nobody has used. */
  administer(act: Act, now: number): Outcome {
    if (this.#parts.transcript.log === null) return notFound();
    return dispatch({ ...this.#turn('', DEPLOYER, now), role: 'owner' }, act);
  }

  /** D2. */
  get figures(): Figures | undefined {
    return figures(this.#parts);
  }

  /** H9: for how many days messages are kept; undefined: for good. */
  get keepDays(): number | undefined {
    return this.#parts.register.keeping.settings.keepDays;
  }

  /** H9: deletes what is no longer to be kept. */
  expire(now: number): readonly Effect[] {
    return expire(this.#parts, now);
  }

  /** H9: when that will next be due, in Unix ms; undefined where all is kept. */
  nextExpiry(): number | undefined {
    return nextExpiry(this.#parts);
  }

  #carryOut(
    connection: ConnectionId,
    state: ConnectionState,
    command: Command | Fault,
    now: number,
  ): Outcome {
    if (command.type === undefined) {
      const isOfRoom = command.code === 'unknown_command' || command.code === 'not_found';
      return !state.seat && isOfRoom ? refusal('not_joined') : command;
    }
    try {
      if (!state.seat) return this.#enter(connection, state, command, now);
      const outcome = dispatch(this.#turn(connection, state.seat.member, now), command);
      return isRefusal(outcome) ? outcome : [...this.#seats.update(state.seat.member.id), ...outcome];
    } catch (error) {
      this.#report(error);
      return refusal('internal');
    }
  }

  #turn(connection: ConnectionId, speaker: Member, now: number): Turn {
    const role = roleOf(this.#parts.register, speaker.id);
    return { ...this.#parts, connection, speaker, role, now };
  }

  #enter(connection: ConnectionId, state: ConnectionState, command: Command, now: number): Outcome {
    if (command.type !== 'join') return refusal('not_joined');
    const { member: id } = command.admission;
    const turnedAway = this.#patience.turnAway(connection, command, now);
    if (turnedAway) return turnedAway;
    const outcome = join(this.#parts, connection, command, now);
    const member = this.#parts.roster.find(id);
    if (isRefusal(outcome) || !member) return outcome;
    const seated = this.#seats.take(connection, state, member);
    return [seated, ...this.#seats.update(id), ...outcome];
  }
}
