const BASE = 500;
const CAP = 30_000;

/** Waits with full jitter: anything from 0 to a ceiling of 500 ms that doubles up to 30 s, so that a crowd does not come back at once. */
export class Backoff {
  readonly #random: () => number;
  #tries = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** In ms. */
  next(): number {
    const ceiling = Math.min(CAP, BASE * 2 ** this.#tries);
    this.#tries++;
    return this.#random() * ceiling;
  }

  reset(): void {
    this.#tries = 0;
  }
}
