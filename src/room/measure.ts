import { type Refusal, refusal } from '../protocol/codes.ts';
import { limits } from '../protocol/limits.ts';
import type { MemberId } from '../protocol/server-message.ts';
import type { ConnectionId } from './effect.ts';
import { Limiter, type Rates } from './limiter.ts';

/** Why the rest of a frame is not carried out. */
export interface Halt {
  readonly why: Refusal;
  /** E2: others had their part in it, so that it is not counted against this member. */
  readonly isOthers?: true;
}

/** E1, E2: how much is taken of whom. */
export class Measure {
  readonly #members: Limiter;
  readonly #addresses: Limiter;

  constructor({ burst, perSecond }: Rates) {
    const times = limits.membersPerAddress;
    this.#members = new Limiter({ burst, perSecond });
    this.#addresses = new Limiter({ burst: burst * times, perSecond: perSecond * times });
  }

  /**
   * Takes one command, which may count as several. Before the join a connection is measured by itself, so that nobody is
   * served without measure.
   */
  spend(
    who: MemberId | ConnectionId,
    address: string | undefined,
    now: number,
    commands?: number,
  ): Halt | undefined {
    const wait = this.#members.spend(who, now, commands);
    if (wait > 0) return { why: refusal('rate_limited', { retryAfter: wait }) };
    const waitForOthers = address === undefined ? 0 : this.#addresses.spend(address, now, commands);
    if (waitForOthers === 0) return undefined;
    return { why: refusal('rate_limited', { retryAfter: waitForOthers }), isOthers: true };
  }

  /** Counts a refused command; tells whether there are more than is borne. */
  refuse(who: MemberId | ConnectionId, now: number): boolean {
    return this.#members.refuse(who, now);
  }

  /** Whether that was so for a second time of late. */
  keepsOn(who: MemberId, now: number): boolean {
    return this.#members.keepsOn(who, now);
  }
}
