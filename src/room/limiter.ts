import { limits } from '../protocol/limits.ts';

/** E1, as whoever deploys has set it. */
export interface Rates {
  /** Commands at once. */
  readonly burst: number;
  /** Commands a second on average. */
  readonly perSecond: number;
}

interface Bucket {
  /** Unix ms up to which all that was taken is paid for, at one interval a command: a bucket kept as a time. */
  paidUntil: number;
  /** Unix ms of the last look, to tell a clock that was set back. */
  seenAt: number;
  /** Unix ms of the latest refusals. */
  readonly refusals: number[];
  /** Unix ms at which there were more of them than are borne. */
  readonly floods: number[];
}

const isLate = (at: number | undefined, now: number) => at !== undefined && at > now - limits.strikeWindow;

/** Half a microsecond: what sums of fractions of a ms may be off by. */
const ROUNDING = 0.0005;

/**
 * E1: a token bucket for each who asks, in memory alone: what hibernation (10 s without a command) forgets has, at the
 * rates that come with Parlor, long been filled again.
 */
export class Limiter {
  readonly #interval: number;
  readonly #credit: number;
  readonly #buckets = new Map<string, Bucket>();
  #sweepAt = 1_000;

  constructor({ burst, perSecond }: Rates) {
    this.#interval = 1_000 / perSecond;
    this.#credit = (burst - 1) * this.#interval;
  }

  /**
   * Takes a command, or, where there were too many, tells the ms after which one will be taken. One that counts as
   * several is taken where there is room for one: what comes next waits for it.
   */
  spend(who: string, now: number, commands = 1): number {
    const wait = this.waitOf(who, now);
    if (wait > 0) return wait;
    const bucket = this.#bucket(who, now);
    bucket.paidUntil = Math.max(bucket.paidUntil, now) + commands * this.#interval;
    return 0;
  }

  /** The ms after which one would be taken; takes none. */
  waitOf(who: string, now: number): number {
    const wait = this.#bucket(who, now).paidUntil - this.#credit - now;
    return wait > ROUNDING ? Math.ceil(wait - ROUNDING) : 0;
  }

  /** Counts a refused command; tells whether there are more than is borne. */
  refuse(who: string, now: number): boolean {
    const { refusals, floods } = this.#bucket(who, now);
    refusals.push(now);
    if (refusals.length > limits.refusals) refusals.shift();
    const isTooMuch = refusals.length === limits.refusals && isLate(refusals[0], now);
    if (isTooMuch) floods.push(now);
    return isTooMuch;
  }

  /** Whether that was so for a second time of late: whoever comes back calmer is welcome. */
  keepsOn(who: string, now: number): boolean {
    return isLate(this.#buckets.get(who)?.floods.at(-2), now);
  }

  #bucket(who: string, now: number): Bucket {
    let bucket = this.#buckets.get(who);
    if (!bucket) {
      this.#sweep(now);
      bucket = { paidUntil: 0, seenAt: now, refusals: [], floods: [] };
      this.#buckets.set(who, bucket);
    }
    bucket.paidUntil -= Math.max(0, bucket.seenAt - now);
    bucket.seenAt = now;
    return bucket;
  }

  /** Forgets who is as good as new, each time that those known have doubled. */
  #sweep(now: number): void {
    if (this.#buckets.size < this.#sweepAt) return;
    for (const [who, { paidUntil, refusals }] of this.#buckets) {
      const isCalm = (refusals.at(-1) ?? 0) <= now - limits.strikeWindow;
      if (isCalm && paidUntil <= now) this.#buckets.delete(who);
    }
    this.#sweepAt = Math.max(1_000, this.#buckets.size * 2);
  }
}
