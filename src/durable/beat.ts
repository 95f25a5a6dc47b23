/** A busy room tells no more often than this, in ms; nobody sees a delay of so little. */
const SHORTEST = 5;
/** ms for each who listens. One `send` costs 10 to 20 µs: sending takes a fifth of the time at most … */
const PER_LISTENER = 0.1;
/** … up to a beat of this many ms, and two thirds of the time … */
const USUAL_MOST = 50;
/** … where a single round of sends takes so long that a beat of that would be over before it. */
const PER_LISTENER_IN_A_CROWD = 0.03;

/**
 * When to tell. What comes after a quiet moment is told at once; what comes within a beat of that waits for its end, with
 * all that comes meanwhile. A timer runs only while something waits.
 */
export class Beat {
  readonly #tell: () => void;
  readonly #listeners: () => number;
  #toldAt = 0;
  #dueAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `listeners` answers how many there are. */
  constructor(tell: () => void, listeners: () => number) {
    this.#tell = tell;
    this.#listeners = listeners;
  }

  /** There is something to tell. */
  due(): void {
    const now = Date.now();
    if (this.#timer === undefined) this.#begin(now);
    // Under a flood the runtime serves frames before timers.
    else if (now >= this.#dueAt) this.now();
  }

  #begin(now: number): void {
    const length = beatFor(this.#listeners());
    const wait = this.#toldAt + length - now;
    // A clock that was set back is no reason to be silent.
    const isQuiet = wait <= 0 || wait > length;
    if (isQuiet && length <= USUAL_MOST) {
      this.now();
      return;
    }
    // In a crowd it may be the telling that took so long: what has come meanwhile is heard first, and told together.
    const ms = isQuiet ? SHORTEST : wait;
    this.#dueAt = now + ms;
    this.#timer = setTimeout(() => this.now(), ms);
  }

  now(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#toldAt = Date.now();
    this.#tell();
  }
}

/** ms from one telling to the next. */
function beatFor(listeners: number): number {
  const usual = Math.min(USUAL_MOST, listeners * PER_LISTENER);
  return Math.max(SHORTEST, usual, listeners * PER_LISTENER_IN_A_CROWD);
}
