const PER_MS = 100;
const FINE_MS = 200;
const MOST_MS = 60_000;
const FINE = FINE_MS * PER_MS;

/** How often each latency occurred: in steps of 10 µs up to 200 ms, of 1 ms from there to a minute. */
export class Latencies {
  readonly #buckets = new Uint32Array(FINE + MOST_MS - FINE_MS);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(ms: number): void {
    const bucket = bucketOf(ms);
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    this.#count++;
  }

  /** The ms that `share` of all did not exceed, rounded up to a step; NaN where there were none. */
  percentile(share: number): number {
    const wanted = Math.ceil(share * this.#count);
    let passed = 0;
    const bucket = this.#buckets.findIndex((count) => {
      passed += count;
      return count > 0 && passed >= wanted;
    });
    return bucket === -1 ? Number.NaN : endOf(bucket);
  }
}

function bucketOf(ms: number): number {
  if (ms < FINE_MS) return Math.max(0, Math.floor(ms * PER_MS));
  return FINE + Math.floor(Math.min(ms, MOST_MS - 1)) - FINE_MS;
}

function endOf(bucket: number): number {
  return bucket < FINE ? (bucket + 1) / PER_MS : bucket - FINE + FINE_MS + 1;
}
