import { limits } from '../protocol/limits.ts';
import type { MemberId } from '../protocol/server-message.ts';

/** E1, as whoever deploys has set it. */
export interface Rates {
  /** Commands at once. */
  readonly burst: number;
  /** Commands a second on average. */
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
  refusals: number[];
}

/**
 * E1: one token bucket a member, in memory alone: what hibernation (10 s without a command) forgets has,
 * at the rates that come with Parlor, long been filled again.
 */
export class Limiter {
  readonly #rates: Rates;
  readonly #buckets = new Map<MemberId, Bucket>();
  #sweepAt = 1_000;

  constructor(rates: Rates) {
    this.#rates = rates;
  }

  /** Spends a token; where there is none, the ms after which there is one. */
  spend(member: MemberId, now: number): number {
    const bucket = this.#bucket(member, now);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.ceil(((1 - bucket.tokens) / this.#rates.perSecond) * 1_000);
  }

  /** Counts a refused command; tells whether the member keeps on beyond what is borne. */
  refuse(member: MemberId, now: number): boolean {
    const { refusals } = this.#bucket(member, now);
    refusals.push(now);
    if (refusals.length > limits.refusals) refusals.shift();
    return refusals.length === limits.refusals && (refusals[0] ?? 0) > now - limits.strikeWindow;
  }

  #bucket(member: MemberId, now: number): Bucket {
    const { burst } = this.#rates;
    let bucket = this.#buckets.get(member);
    if (!bucket) {
      this.#sweep(now);
      bucket = { tokens: burst, filledAt: now, refusals: [] };
      this.#buckets.set(member, bucket);
    }
    bucket.tokens = this.#level(bucket, now);
    bucket.filledAt = now;
    return bucket;
  }

  #level(bucket: Bucket, now: number): number {
    const gained = (Math.max(0, now - bucket.filledAt) / 1_000) * this.#rates.perSecond;
    return Math.min(this.#rates.burst, bucket.tokens + gained);
  }

  /** Forgets who is as good as new, each time that the members known have doubled. */
  #sweep(now: number): void {
    if (this.#buckets.size < this.#sweepAt) return;
    for (const [member, bucket] of this.#buckets) {
      const calm = (bucket.refusals.at(-1) ?? 0) <= now - limits.strikeWindow;
      if (calm && this.#level(bucket, now) === this.#rates.burst) this.#buckets.delete(member);
    }
    this.#sweepAt = Math.max(1_000, this.#buckets.size * 2);
  }
}
