import type { PageRange } from '../protocol/client-message.ts';
import type { Fault } from '../protocol/codec.ts';
import { closeCodes, type Refusal, refusal, withId } from '../protocol/codes.ts';
import { limits, OLDEST_PROTOCOL, PROTOCOL } from '../protocol/limits.ts';
import type { Member, MemberId, Page, Role } from '../protocol/server-message.ts';
import { type Command, dispatch } from './commands/dispatch.ts';
import { type Join, join } from './commands/join.ts';
import { ConnectionStates } from './connection-states.ts';
import type { Directory } from './directory.ts';
import { Duplicates } from './duplicates.ts';
import {
  type ConnectionId,
  type ConnectionState,
  type Effect,
  EVERYONE,
  isRefusal,
  type Outcome,
  type Seat,
  tell,
} from './effect.ts';
import { gate, type Visitor } from './gate.ts';
import type { Rates } from './limiter.ts';
import { type Halt, Measure } from './measure.ts';
import { Pacing } from './pacing.ts';
import { readPage } from './page.ts';
import { type Register, roleOf } from './register.ts';
import { expire, nextExpiry } from './retention.ts';
import { Roster } from './roster.ts';
import { Seats } from './seats.ts';
import { strike } from './strikes.ts';
import type { Transcript } from './transcript.ts';
import { type Door, triesAtTheDoor } from './tries.ts';
import { type Chance, notFound, type Parts, type Turn } from './turn.ts';

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

/** R5. */
export interface Summary {
  readonly room: string;
  readonly log: string | null;
  readonly head: number;
  readonly count: number;
}

/** D2. */
export interface Figures {
  readonly members: number;
  readonly head: number;
  readonly isLocked: boolean;
}

/** D3: no member's id is so short. */
const DEPLOYER: Member = { id: 'deployer', name: 'The deployer' };

/**
 * One conversation: takes what connections ask, stores what is to last, and says as data what is to be done about it.
 * Synchronous throughout, so that one frame's storing and telling are never interleaved with another's.
 */
export class Room {
  readonly #name: string;
  readonly #parts: Parts;
  readonly #measure: Measure;
  readonly #door = triesAtTheDoor();
  readonly #report: (error: unknown) => void;
  readonly #connections = new ConnectionStates();
  readonly #seats: Seats;

  constructor({ name, transcript, register, rates, chance, report }: RoomOptions) {
    this.#name = name;
    const roster = new Roster();
    this.#seats = new Seats(this.#connections, roster);
    this.#parts = {
      transcript,
      register,
      roster,
      connections: this.#connections,
      duplicates: new Duplicates(transcript),
      pacing: new Pacing(transcript),
      chance,
    };
    this.#measure = new Measure(rates);
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
      halt ??= this.#measure.spend(state.seat?.member.id ?? connection, state.address, now);
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

  /** Tells a connection why it is refused, and ends it where it has been too often. */
  refuse(connection: ConnectionId, why: Refusal, now: number): readonly Effect[] {
    const state = this.#connections.get(connection);
    if (!state) return [];
    const told = tellWhy(connection, why);
    switch (why.code) {
      case 'banned':
        return [told, ...this.end(connection, closeCodes.removed, why.message)];
      case 'bad_frame':
        return [told, ...this.#countFault(connection, state, now)];
      case 'rate_limited':
        return [told, ...this.#countRefusal(connection, state.seat, now)];
      case 'too_large':
        return [told, ...this.end(connection, closeCodes.tooLarge, 'That frame was too large.')];
      default:
        return [told];
    }
  }

  /** A connection that is no more, closed or found dead. Asked again, it does nothing. */
  leave(connection: ConnectionId): readonly Effect[] {
    const seat = this.#connections.get(connection)?.seat;
    this.#connections.delete(connection);
    const { roster, duplicates } = this.#parts;
    const wasInView = seat !== undefined && roster.isInView(seat.member.id);
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
  get directory(): Directory {
    return this.#parts.roster;
  }

  summary(visitor: Visitor, now: number): Summary | Refusal {
    const { transcript, roster, register } = this.#parts;
    const refused = gate(register, visitor, now);
    if (refused) return refused;
    return { room: this.#name, log: transcript.log, head: transcript.head, count: roster.count };
  }

  /** R5: what a newcomer may read; where newcomers may not, members only. D3: the deployer, all that is not private. */
  read(range: PageRange, visitor: Visitor, now: number): (Page & { readonly head: number }) | Refusal {
    const { transcript, register } = this.#parts;
    const refused = gate(register, visitor, now);
    if (refused) return refused;
    const floor = visitor.isOwner ? 0 : undefined;
    return { ...readPage(this.#parts, range, null, undefined, floor), head: transcript.head };
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

  /** H2: which owner keys are worth something. */
  get keyGeneration(): number {
    return this.#parts.register.keeping.keyGeneration;
  }

  get name(): string {
    return this.#name;
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

  /** D2: what the deployer sees of it; undefined where nobody has used it. */
  get figures(): Figures | undefined {
    const { transcript, roster, register } = this.#parts;
    if (transcript.log === null) return undefined;
    const isLocked = register.keeping.settings.locked ?? false;
    return { members: roster.count, head: transcript.head, isLocked };
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
      const isFirst = !state.seat && command.code === 'unknown_command';
      return isFirst ? refusal('not_joined') : command;
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
    return { ...this.#parts, room: this.#name, connection, speaker, role, now, end: this.#end };
  }

  readonly #end: Turn['end'] = (connection, code, reason) => this.end(connection, code, reason);

  #enter(connection: ConnectionId, state: ConnectionState, command: Command, now: number): Outcome {
    if (command.type !== 'join') return refusal('not_joined');
    const { member: id } = command.admission;
    const turnedAway = this.#turnedAway(command, now);
    if (turnedAway) return this.#turnAway(connection, turnedAway, command.id);
    const outcome = join(this.#parts, this.#name, connection, command, now);
    const member = this.#parts.roster.find(id);
    if (isRefusal(outcome) || !member) return outcome;
    const seated = this.#seats.take(connection, state, member);
    return [seated, ...this.#seats.update(id), ...outcome];
  }

  /** J1, E1: whoever is too old to be served, or was closed for flooding twice just now. */
  #turnedAway({ protocol = PROTOCOL, admission }: Join, now: number): TurnedAway | undefined {
    if (protocol < OLDEST_PROTOCOL) return 'outdated';
    return this.#measure.keepsOn(admission.member, now) ? 'rate_limited' : undefined;
  }

  /** Told once, and for good. */
  #turnAway(connection: ConnectionId, code: TurnedAway, id: string | undefined): readonly Effect[] {
    const why = withId(refusal(code), id);
    return [tellWhy(connection, why), ...this.end(connection, turnedAwayWith[code], why.message)];
  }

  /** F5. */
  #countFault(connection: ConnectionId, state: ConnectionState, now: number): readonly Effect[] {
    const faults = strike(state.faults, now);
    if (faults.length >= limits.faults) {
      return this.end(connection, closeCodes.brokenClient, 'Too many frames that nobody can read.');
    }
    return [this.#seats.keep(connection, { ...state, faults })];
  }

  /** E1. */
  #countRefusal(connection: ConnectionId, seat: Seat | undefined, now: number): readonly Effect[] {
    if (!this.#measure.refuse(seat?.member.id ?? connection, now)) return [];
    const all = seat ? this.#parts.roster.connectionsOf(seat.member.id) : [connection];
    return all.flatMap((connection) =>
      this.end(connection, closeCodes.flooding, 'Far too fast for too long.'),
    );
  }
}

const turnedAwayWith = { outdated: closeCodes.outdated, rate_limited: closeCodes.flooding } as const;
type TurnedAway = keyof typeof turnedAwayWith;

const tellWhy = (connection: ConnectionId, why: Refusal): Effect =>
  tell([connection], { type: 'error', ...why });
