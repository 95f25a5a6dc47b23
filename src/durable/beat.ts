/** A busy room tells no more often than this, in ms; nobody sees a delay of so little. */
const SHORTEST = 5;
/** And no less often. */
const LONGEST = 50;
/** ms of a beat for each who listens: one `send` costs 10 to 20 µs, so that sending takes a fifth of the time at most. */
const PER_LISTENER = 0.1;

/**
 * When to tell. What comes after a quiet moment is told at once; what comes within a beat of that waits for its end, with
 * all that comes meanwhile. A timer runs only while something waits.
 */
export class Beat {
  readonly #tell: () => void;
  readonly #listeners: () => number;
  #toldAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `listeners` answers how many there are. */
  constructor(tell: () => void, listeners: () => number) {
    this.#tell = tell;
    this.#listeners = listeners;
  }

  /** There is something to tell. */
  due(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#toldAt + this.#length - Date.now();
    // A clock that was set back is no reason to be silent.
    if (wait <= 0 || wait > LONGEST) this.now();
    else this.#timer = setTimeout(() => this.now(), wait);
  }

  now(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#toldAt = Date.now();
    this.#tell();
  }

  get #length(): number {
    return Math.min(LONGEST, Math.max(SHORTEST, this.#listeners() * PER_LISTENER));
  }
}
