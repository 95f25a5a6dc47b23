import { closeCodes, type Refusal, refusal, withId } from '../protocol/codes.ts';
import { limits, OLDEST_PROTOCOL, PROTOCOL } from '../protocol/limits.ts';
import type { Join } from './commands/join.ts';
import { type ConnectionId, type ConnectionState, type Effect, type Seat, tell } from './effect.ts';
import type { Measure } from './measure.ts';
import type { Seats } from './seats.ts';
import { strike } from './strikes.ts';
import type { Parts } from './turn.ts';

/** What is told to whoever is refused, and when a connection is closed for it. */
export class Patience {
  readonly #parts: Parts;
  readonly #seats: Seats;
  readonly #measure: Measure;

  constructor(parts: Parts, seats: Seats, measure: Measure) {
    this.#parts = parts;
    this.#seats = seats;
    this.#measure = measure;
  }

  /** Tells a connection why it is refused, and ends it where it has been too often. */
  refuse(connection: ConnectionId, why: Refusal, now: number): readonly Effect[] {
    const state = this.#parts.connections.get(connection);
    if (!state) return [];
    const told = tellWhy(connection, why);
    switch (why.code) {
      case 'banned':
        return [told, ...this.#parts.end(connection, closeCodes.removed, why.message)];
      case 'bad_frame':
        return [told, ...this.#countFault(connection, state, now)];
      case 'rate_limited':
        return [told, ...this.#countRefusal(connection, state.seat, now)];
      case 'too_large':
        return [told, ...this.#parts.end(connection, closeCodes.tooLarge, 'That frame was too large.')];
      default:
        return [told];
    }
  }

  /** J1, E1: once and for good, whoever is too old to be served, or was closed for flooding twice just now; nobody else. */
  turnAway(connection: ConnectionId, command: Join, now: number): readonly Effect[] | undefined {
    const code = this.#turnedAway(command, now);
    if (code === undefined) return undefined;
    const why = withId(refusal(code), command.id);
    return [tellWhy(connection, why), ...this.#parts.end(connection, turnedAwayWith[code], why.message)];
  }

  #turnedAway({ protocol = PROTOCOL, admission }: Join, now: number): TurnedAway | undefined {
    if (protocol < OLDEST_PROTOCOL) return 'outdated';
    return this.#measure.keepsOn(admission.member, now) ? 'rate_limited' : undefined;
  }

  /** F5. */
  #countFault(connection: ConnectionId, state: ConnectionState, now: number): readonly Effect[] {
    const faults = strike(state.faults, now);
    if (faults.length >= limits.faults) {
      const reason = 'Too many frames that nobody can read.';
      return this.#parts.end(connection, closeCodes.brokenClient, reason);
    }
    return [this.#seats.keep(connection, { ...state, faults })];
  }

  /** E1. */
  #countRefusal(connection: ConnectionId, seat: Seat | undefined, now: number): readonly Effect[] {
    if (!this.#measure.refuse(seat?.member.id ?? connection, now)) return [];
    const all = seat ? this.#parts.roster.connectionsOf(seat.member.id) : [connection];
    return all.flatMap((connection) =>
      this.#parts.end(connection, closeCodes.flooding, 'Far too fast for too long.'),
    );
  }
}

const turnedAwayWith = { outdated: closeCodes.outdated, rate_limited: closeCodes.flooding } as const;
type TurnedAway = keyof typeof turnedAwayWith;

export const tellWhy = (connection: ConnectionId, why: Refusal): Effect =>
  tell([connection], { type: 'error', ...why });
