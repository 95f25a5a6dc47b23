import { type ReadonlySignal, signal } from '@preact/signals';

const PATIENCE = 3;

/** Whether something was tried often, and in vain. There are browsers that keep a failure, and never ask for the file again. */
export const needsReload = signal(false);

/** When it is worth another try: after a pause, or once the network or the reader is back. */
const chance = (pause: number) =>
  new Promise<unknown>((resolve) => {
    setTimeout(resolve, pause);
    for (const event of ['online', 'visibilitychange']) addEventListener(event, resolve, { once: true });
  });

/** A part of the page that is loaded once it is needed. What could not be loaded is tried again, less and less often. */
export class OnDemand<Part> {
  readonly #load: () => Promise<Part>;
  readonly #part = signal<Part | undefined>(undefined);
  #loading: Promise<Part | undefined> | undefined;
  #failures = 0;

  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  get part(): ReadonlySignal<Part | undefined> {
    return this.#part;
  }

  /** Answers the part; undefined where it could not be loaded. */
  need(): Promise<Part | undefined> {
    this.#loading ??= this.#begin();
    return this.#loading;
  }

  async #begin(): Promise<Part | undefined> {
    try {
      this.#part.value = await this.#load();
      needsReload.value = false;
    } catch (error) {
      console.warn('A part of the page could not be loaded:', error);
      this.#loading = undefined;
      void chance(1_000 * 2 ** this.#failures++).then(() => this.need());
      needsReload.value = this.#failures > PATIENCE;
    }
    return this.#part.peek();
  }
}
