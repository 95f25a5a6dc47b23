/** A busy room tells no more often than this, in ms; nobody sees a delay of so little. */
const SHORTEST = 5;
/** ms for each who listens. One `send` costs 10 to 40 µs, so that sending never takes all of the time … */
const PER_LISTENER = 0.1;
/** … up to a beat of this many ms. */
const LONGEST = 50;
/** Where more listen, a beat is told by turns: each time to a part of them. */
const MANY = LONGEST / PER_LISTENER;
/** ms for which something waits there, at most, for the end of a round of sends. */
const PATIENCE = 250;

/**
 * When to tell. What comes after a quiet moment is told at once; what comes within a beat of that waits for its end, with
 * all that comes meanwhile. A timer runs only while something waits, or while a great many are being told.
 */
export class Beat {
  readonly #tell: (most: number) => boolean;
  readonly #listeners: () => number;
  #isWaiting = false;
  #toldAt = 0;
  #dueAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `tell` tells so many, and answers whether others wait for it; `listeners` answers how many there are. */
  constructor(tell: (most: number) => boolean, listeners: () => number) {
    this.#tell = tell;
    this.#listeners = listeners;
  }

  /** There is something to tell. */
  due(): void {
    this.#isWaiting = true;
    const now = Date.now();
    if (this.#timer === undefined) this.#begin(now);
    // Under a flood the runtime serves frames before timers.
    else if (now >= this.#dueAt) this.now();
  }

  #begin(now: number): void {
    const length = beatFor(this.#listeners());
    const passed = now - this.#toldAt;
    // A clock that was set back is no reason to be silent.
    if (passed < 0 || passed >= length) this.now();
    else this.#wait(length - passed, this.#toldAt + length);
  }

  now(): void {
    this.#stop();
    const listeners = this.#listeners();
    const turns = turnsFor(listeners);
    this.#isWaiting = false;
    this.#toldAt = Date.now();
    if (this.#tell(Math.ceil(listeners / turns))) this.#isWaiting = true;
    // The runtime goes on sending after the last `send`, and serves timers when that is done: so no turn runs into another.
    if (turns > 1) this.#wait(beatFor(listeners), this.#toldAt + PATIENCE / turns);
  }

  #wait(ms: number, dueAt: number): void {
    // One may run: to tell may bring up more, where who reads too slowly is let go of.
    this.#stop();
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => this.#end(), ms);
  }

  #stop(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #end(): void {
    this.#timer = undefined;
    if (this.#isWaiting) this.now();
  }
}

function turnsFor(listeners: number): number {
  return Math.max(1, Math.ceil(listeners / MANY));
}

/** ms from one telling to the next. */
function beatFor(listeners: number): number {
  return Math.max(SHORTEST, Math.min(LONGEST, listeners * PER_LISTENER) / turnsFor(listeners));
}
