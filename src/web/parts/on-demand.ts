import { type ReadonlySignal, signal } from '@preact/signals';

/** Tries after which somebody who waits is told. */
const PATIENCE = 4;
/** After which the pauses, of a second at first, grow no longer. */
const LONGEST = 7;

/** How many parts were tried often, and in vain. There are browsers that keep a failure, and never ask for the file again. */
export const missing = signal(0);

/** When it is worth another try: after a pause, or once the network or the reader is back. */
const chance = (pause: number) =>
  new Promise<unknown>((resolve) => {
    setTimeout(resolve, pause);
    for (const event of ['online', 'visibilitychange']) addEventListener(event, resolve, { once: true });
  });

/** A part of the page that is loaded once it is needed. */
export class OnDemand<Part> {
  readonly #load: () => Promise<Part>;
  readonly #part = signal<Part | undefined>(undefined);
  #loading: Promise<Part | undefined> | undefined;
  #isInsisting = false;

  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  get part(): ReadonlySignal<Part | undefined> {
    return this.#part;
  }

  /** Answers the part; undefined where it could not be loaded. Asked again, it tries again. */
  need(): Promise<Part | undefined> {
    this.#loading ??= this.#begin();
    return this.#loading;
  }

  /** The same for what is to be seen as soon as it is there: tried again and again, less and less often. */
  async insist(): Promise<void> {
    if (this.#isInsisting) return;
    this.#isInsisting = true;
    let failures = 0;
    while (!(await this.need())) {
      if (++failures === PATIENCE) missing.value++;
      await chance(500 * 2 ** Math.min(failures, LONGEST));
    }
    if (failures >= PATIENCE) missing.value--;
  }

  async #begin(): Promise<Part | undefined> {
    try {
      this.#part.value = await this.#load();
    } catch (error) {
      console.warn('A part of the page could not be loaded:', error);
      this.#loading = undefined;
    }
    return this.#part.peek();
  }
}
