import type { ClientMessage, PageRange } from '../protocol/client-message.ts';
import type { Fault } from '../protocol/codec.ts';
import { closeCodes, type Refusal, refusal } from '../protocol/codes.ts';
import { limits, OLDEST_PROTOCOL, PROTOCOL } from '../protocol/limits.ts';
import type { Member, MemberId, Page, Role } from '../protocol/server-message.ts';
import { edit, react, remove } from './commands/change.ts';
import { destroy } from './commands/destroy.ts';
import { type Join, join } from './commands/join.ts';
import { admit, appoint, ban, kick, mute, unban, unmute } from './commands/moderate.ts';
import { page } from './commands/page.ts';
import { rename, typing } from './commands/presence.ts';
import { log, standings } from './commands/read-as-host.ts';
import { send } from './commands/send.ts';
import { type Settings, settings } from './commands/settings.ts';
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
import { gate, type Visitor } from './gate.ts';
import { Limiter, type Rates } from './limiter.ts';
import { Pacing } from './pacing.ts';
import { readPage } from './page.ts';
import { type Register, roleOf } from './register.ts';
import { Roster } from './roster.ts';
import { strike } from './strikes.ts';
import type { Transcript } from './transcript.ts';
import { Tries } from './tries.ts';
import type { Chance, Parts, Turn } from './turn.ts';

/** What the room takes: what a client said, its secrets having been exchanged for what they prove. */
export type Command = Exclude<ClientMessage, { type: 'join' | 'settings' }> | Join | Settings;

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

/**
 * One conversation: takes what connections ask, stores what is to last, and says as data what is to be done about it.
 * Synchronous throughout, so that one frame's storing and telling are never interleaved with another's.
 */
export class Room {
  readonly #name: string;
  readonly #parts: Parts;
  readonly #limiter: Limiter;
  readonly #addressLimiter: Limiter;
  readonly #tries = new Tries();
  readonly #report: (error: unknown) => void;
  readonly #connections = new ConnectionStates();

  constructor({ name, transcript, register, rates, chance, report }: RoomOptions) {
    this.#name = name;
    this.#parts = {
      transcript,
      register,
      roster: new Roster(),
      connections: this.#connections,
      duplicates: new Duplicates(transcript),
      pacing: new Pacing(transcript),
      chance,
    };
    this.#limiter = new Limiter(rates);
    this.#addressLimiter = new Limiter(forAddress(rates));
    this.#report = report;
  }

  /** A new connection, not joined yet; `address` is a keyed hash of where it comes from. */
  connect(connection: ConnectionId, now: number, address?: string): readonly Effect[] {
    return [
      this.#keep(connection, { connectedAt: now, faults: [], ...(address !== undefined && { address }) }),
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
    let halt: Refusal | undefined;
    let crowded: Refusal | undefined;
    for (const command of commands) {
      const state = this.#connections.get(connection);
      if (!state) break;
      halt ??= this.#limit(state.seat?.member.id ?? connection, now);
      halt ??= crowded ??= this.#limitAddress(state.address, now);
      const outcome = halt ?? this.#carryOut(connection, state, command, now);
      if (!isRefusal(outcome)) {
        effects.push(...this.#shown(), ...outcome);
        continue;
      }
      if (outcome.code === 'internal') halt = refusal('internal');
      const why = withId(outcome, command.id);
      const isOthers = crowded !== undefined && halt === crowded;
      effects.push(...(isOthers ? [tellWhy(connection, why)] : this.refuse(connection, why, now)));
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

  summary(visitor: Visitor, now: number): Summary | Refusal {
    const { transcript, roster, register } = this.#parts;
    const refused = gate(register, visitor, now);
    if (refused) return refused;
    return { room: this.#name, log: transcript.log, head: transcript.head, count: roster.count };
  }

  /** R5: what a newcomer may read; where newcomers may not, members only. */
  read(range: PageRange, visitor: Visitor, now: number): (Page & { readonly head: number }) | Refusal {
    const { transcript, register } = this.#parts;
    const refused = gate(register, visitor, now);
    if (refused) return refused;
    return { ...readPage(this.#parts, range, null), head: transcript.head };
  }

  /** H5: how a connection may prove that it knows the password; the ms to wait where it has tried too often. */
  passwordTry(connection: ConnectionId, now: number): { readonly hash?: string; readonly wait: number } {
    const { passwordHash: hash } = this.#parts.register.keeping;
    if (hash === undefined) return { wait: 0 };
    const address = this.#connections.get(connection)?.address ?? connection;
    return { hash, wait: this.#tries.spend(address, now) };
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

  /** H9: for how many days messages are kept; undefined: for good. */
  get keepDays(): number | undefined {
    return this.#parts.register.keeping.settings.keepDays;
  }

  /** H9: deletes what is no longer to be kept. */
  expire(now: number): readonly Effect[] {
    const { keepDays } = this;
    const { transcript } = this.#parts;
    const upTo = keepDays === undefined ? undefined : transcript.expire(now - keepDays * DAY);
    return upTo === undefined ? [] : [tell(EVERYONE, { type: 'expired', upTo })];
  }

  /** H9: when that will next be due, in Unix ms; undefined where all is kept. */
  nextExpiry(): number | undefined {
    const { keepDays } = this;
    if (keepDays === undefined) return undefined;
    const { oldestAt } = this.#parts.transcript;
    return oldestAt === undefined ? undefined : oldestAt + keepDays * DAY;
  }

  /** E1. Before the join a connection is measured by itself, so that nobody is served without measure. */
  #limit(who: MemberId | ConnectionId, now: number): Refusal | undefined {
    const wait = this.#limiter.spend(who, now);
    return wait > 0 ? refusal('rate_limited', { retryAfter: wait }) : undefined;
  }

  /** E2: far wider, for all who come from one address together; nobody is closed for it. */
  #limitAddress(address: string | undefined, now: number): Refusal | undefined {
    const wait = address === undefined ? 0 : this.#addressLimiter.spend(address, now);
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
      if (!state.seat) return this.#enter(connection, state, command, now);
      const outcome = this.#dispatch(this.#turn(connection, state.seat.member, now), command);
      return isRefusal(outcome) ? outcome : [...this.#keepSeats(state.seat.member.id), ...outcome];
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
    const seated = this.#keep(connection, { ...state, seat: this.#seat(member) });
    return [seated, ...this.#keepSeats(id), ...outcome];
  }

  /** J1, E1: whoever is too old to be served, or was closed for flooding just now. */
  #turnedAway({ protocol = PROTOCOL, admission }: Join, now: number): TurnedAway | undefined {
    if (protocol < OLDEST_PROTOCOL) return 'outdated';
    return this.#limiter.isFlooding(admission.member, now) ? 'rate_limited' : undefined;
  }

  /** Told once, and for good. */
  #turnAway(connection: ConnectionId, code: TurnedAway, id: string | undefined): readonly Effect[] {
    const why = withId(refusal(code), id);
    return [tellWhy(connection, why), ...this.end(connection, turnedAwayWith[code], why.message)];
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
      case 'kick':
        return kick(turn, command);
      case 'ban':
        return ban(turn, command);
      case 'unban':
        return unban(turn, command);
      case 'mute':
        return mute(turn, command);
      case 'unmute':
        return unmute(turn, command);
      case 'admit':
        return admit(turn, command);
      case 'appoint':
        return appoint(turn, command);
      case 'settings':
        return settings(turn, command);
      case 'destroy':
        return destroy(turn, command);
      case 'log':
        return log(turn, command);
      case 'standings':
        return standings(turn, command);
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
      return [this.#keep(connection, { ...state, seat: this.#seat(member) })];
    });
  }

  #seat(member: Member): Seat {
    const inView = this.#parts.roster.placeInView(member.id);
    return { member, ...(inView !== undefined && { inView }) };
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

const DAY = 86_400_000;

const turnedAwayWith = { outdated: closeCodes.outdated, rate_limited: closeCodes.flooding } as const;
type TurnedAway = keyof typeof turnedAwayWith;

/** E2. */
const forAddress = ({ burst, perSecond }: Rates): Rates => ({
  burst: burst * limits.membersPerAddress,
  perSecond: perSecond * limits.membersPerAddress,
});

const tellWhy = (connection: ConnectionId, why: Refusal): Effect =>
  tell([connection], { type: 'error', ...why });

const isRefusal = (outcome: Outcome): outcome is Refusal => 'code' in outcome;

const withId = (why: Refusal, id: string | undefined): Refusal => (id === undefined ? why : { ...why, id });
