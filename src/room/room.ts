import type { ClientMessage, PageRange } from '../protocol/client-message.ts';
import type { Fault } from '../protocol/codec.ts';
import { closeCodes, type Refusal, refusal } from '../protocol/codes.ts';
import { limits, OLDEST_PROTOCOL, PROTOCOL } from '../protocol/limits.ts';
import type { Member, MemberId, Page, Role } from '../protocol/server-message.ts';
import { edit, react, remove } from './commands/change.ts';
import { type Join, join } from './commands/join.ts';
import { page } from './commands/page.ts';
import { rename, typing } from './commands/presence.ts';
import { send } from './commands/send.ts';
import { ConnectionStates } from './connection-states.ts';
import type { Directory } from './directory.ts';
import { Duplicates } from './duplicates.ts';
import {
  type ConnectionId,
  type ConnectionState,
  type Effect,
  EVERYONE,
  type Outcome,
  type Seat,
  tell,
} from './effect.ts';
import { Limiter, type Rates } from './limiter.ts';
import { readPage } from './page.ts';
import { Roster } from './roster.ts';
import { strike } from './strikes.ts';
import type { Transcript } from './transcript.ts';
import type { Chance, Parts, Turn } from './turn.ts';

/** What the room takes: what a client said, a join's secrets having been exchanged for an admission. */
export type Command = Exclude<ClientMessage, { type: 'join' }> | Join;

export interface RoomOptions {
  /** Canonical (A3). */
  readonly name: string;
  readonly transcript: Transcript;
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

/**
 * One conversation: takes what connections ask, stores what is to last, and says as data what is to be done about it.
 * Synchronous throughout, so that one frame's storing and telling are never interleaved with another's.
 */
export class Room {
  readonly #name: string;
  readonly #parts: Parts;
  readonly #limiter: Limiter;
  readonly #report: (error: unknown) => void;
  readonly #connections = new ConnectionStates();

  constructor({ name, transcript, rates, chance, report }: RoomOptions) {
    this.#name = name;
    this.#parts = { transcript, roster: new Roster(), duplicates: new Duplicates(transcript), chance };
    this.#limiter = new Limiter(rates);
    this.#report = report;
  }

  /** A new connection, not joined yet. */
  connect(connection: ConnectionId, now: number): readonly Effect[] {
    return [this.#keep(connection, { connectedAt: now, faults: [] })];
  }

  /** A connection as it was kept before hibernation. Tells nobody: nobody has left. */
  restore(connection: ConnectionId, state: ConnectionState): void {
    this.#connections.set(connection, state);
    if (state.seat) this.#parts.roster.restore(connection, state.seat.member, state.seat.inView);
  }

  /** One frame's commands, in order. Where one comes too fast, or fails, the rest does too, so that order holds. */
  receive(connection: ConnectionId, commands: readonly (Command | Fault)[], now: number): readonly Effect[] {
    const effects: Effect[] = [];
    let halt: Refusal | undefined;
    for (const command of commands) {
      const state = this.#connections.get(connection);
      if (!state) break;
      halt ??= this.#limit(state.seat?.member.id ?? connection, now);
      const outcome = halt ?? this.#carryOut(connection, state, command, now);
      if (!isRefusal(outcome)) {
        effects.push(...this.#shown(), ...outcome);
        continue;
      }
      if (outcome.code === 'internal') halt = refusal('internal');
      effects.push(...this.refuse(connection, withId(outcome, command.id), now));
    }
    return effects;
  }

  /** Tells a connection why it is refused, and ends it where it has been too often. */
  refuse(connection: ConnectionId, why: Refusal, now: number): readonly Effect[] {
    const state = this.#connections.get(connection);
    if (!state) return [];
    const told = tell([connection], { type: 'error', ...why });
    switch (why.code) {
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
    return [told, ...this.#shown(wasCrowd && !roster.isCrowd ? roster.list() : [])];
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

  summary(): Summary {
    const { transcript, roster } = this.#parts;
    return { room: this.#name, log: transcript.log, head: transcript.head, count: roster.count };
  }

  /** R5: what anybody may read. */
  read(range: PageRange): Page & { readonly head: number } {
    const { transcript } = this.#parts;
    return { ...readPage(transcript, range, null), head: transcript.head };
  }

  /** E1. Before the join a connection is measured by itself, so that nobody is served without measure. */
  #limit(who: MemberId | ConnectionId, now: number): Refusal | undefined {
    const wait = this.#limiter.spend(who, now);
    return wait > 0 ? refusal('rate_limited', { retryAfter: wait }) : undefined;
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
      if (!state.seat) return this.#enter(connection, state, command);
      const outcome = this.#dispatch({ ...this.#parts, connection, ...speakerOf(state.seat), now }, command);
      return isRefusal(outcome) ? outcome : [...this.#keepSeats(state.seat.member.id), ...outcome];
    } catch (error) {
      this.#report(error);
      return refusal('internal');
    }
  }

  #enter(connection: ConnectionId, state: ConnectionState, command: Command): Outcome {
    if (command.type !== 'join') return refusal('not_joined');
    if ((command.protocol ?? PROTOCOL) < OLDEST_PROTOCOL) return this.#turnAway(connection, command.id);
    const { member: id, role } = command.admission;
    const outcome = join(this.#parts, this.#name, connection, command);
    const member = this.#parts.roster.find(id);
    if (isRefusal(outcome) || !member) return outcome;
    const seated = this.#keep(connection, { ...state, seat: this.#seat(member, role) });
    return [seated, ...this.#keepSeats(id), ...outcome];
  }

  /** J1: whoever is too old to be served is told so, once and for good. */
  #turnAway(connection: ConnectionId, id: string | undefined): readonly Effect[] {
    const why = withId(refusal('outdated'), id);
    return [
      tell([connection], { type: 'error', ...why }),
      ...this.end(connection, closeCodes.outdated, why.message),
    ];
  }

  #dispatch(turn: Turn, command: Command): Outcome {
    switch (command.type) {
      case 'join':
        return joinedAlready(command);
      case 'send':
        return send(turn, command);
      case 'edit':
        return edit(turn, command);
      case 'delete':
        return remove(turn, command);
      case 'react':
        return react(turn, command);
      case 'typing':
        return typing(turn, command);
      case 'rename':
        return rename(turn, command);
      case 'page':
        return page(turn, command);
    }
  }

  /** P1: whoever has come into view in a crowd, for everybody to know, or those who are to be shown anyway. */
  #shown(anyway: readonly Member[] = []): Effect[] {
    const { roster } = this.#parts;
    const fresh = roster.takeShown();
    const shown = anyway.length > 0 ? anyway : fresh;
    if (shown.length === 0) return [];
    const seats = fresh.flatMap(({ id }) => this.#keepSeats(id));
    return [...seats, tell(EVERYONE, { type: 'presence', shown, count: roster.count })];
  }

  /** The seats of a member, where it goes by another name than they say, or has come into view. */
  #keepSeats(id: MemberId): Effect[] {
    const { roster } = this.#parts;
    const member = roster.find(id);
    return roster.connectionsOf(id).flatMap((connection) => {
      const state = this.#connections.get(connection);
      const isAsKept = state?.seat?.member === member && state?.seat?.inView === roster.placeInView(id);
      if (!member || !state?.seat || isAsKept) return [];
      return [this.#keep(connection, { ...state, seat: this.#seat(member, state.seat.role) })];
    });
  }

  #seat(member: Member, role: Role): Seat {
    const inView = this.#parts.roster.placeInView(member.id);
    return { member, role, ...(inView !== undefined && { inView }) };
  }

  #keep(connection: ConnectionId, state: ConnectionState): Effect {
    this.#connections.set(connection, state);
    return { do: 'keep', connection, state };
  }

  /** F5. */
  #countFault(connection: ConnectionId, state: ConnectionState, now: number): readonly Effect[] {
    const faults = strike(state.faults, now);
    if (faults.length >= limits.faults) {
      return this.end(connection, closeCodes.brokenClient, 'Too many frames that nobody can read.');
    }
    return [this.#keep(connection, { ...state, faults })];
  }

  /** E1. */
  #countRefusal(connection: ConnectionId, seat: Seat | undefined, now: number): readonly Effect[] {
    if (!this.#limiter.refuse(seat?.member.id ?? connection, now)) return [];
    const all = seat ? this.#parts.roster.connectionsOf(seat.member.id) : [connection];
    return all.flatMap((connection) =>
      this.end(connection, closeCodes.flooding, 'Far too fast for too long.'),
    );
  }
}

/** J1: what a second join is answered. */
export function joinedAlready({ id }: { readonly id?: string | undefined }): Refusal {
  return withId(refusal('bad_frame', { message: 'This connection has joined already.' }), id);
}

const speakerOf = ({ member, role }: Seat) => ({ speaker: member, role });

const isRefusal = (outcome: Outcome): outcome is Refusal => 'code' in outcome;

const withId = (why: Refusal, id: string | undefined): Refusal => (id === undefined ? why : { ...why, id });
