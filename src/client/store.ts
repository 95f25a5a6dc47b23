import { tell } from './tell.ts';

/** A value that is replaced, never changed, and those who want to know. */
export class Store<State extends object> {
  #state: State;
  #depth = 0;
  #isNews = false;
  readonly #listeners = new Set<(state: State) => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  subscribe(listener: (state: State) => void): () => void {
    // Wrapped, so that a function given twice is two listeners.
    const own = (state: State) => listener(state);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  set(patch: Partial<State>): void {
    const keys = Object.keys(patch) as (keyof State)[];
    if (keys.every((key) => patch[key] === this.#state[key])) return;
    this.batch(() => {
      this.#state = { ...this.#state, ...patch };
      this.#isNews = true;
    });
  }

  /** Whatever changes in `run` is told once, after it. */
  batch(run: () => void): void {
    this.#depth++;
    try {
      run();
    } finally {
      this.#depth--;
      if (this.#depth === 0 && this.#isNews) this.#tell();
    }
  }

  #tell(): void {
    this.#isNews = false;
    for (const listener of [...this.#listeners]) tell(listener, this.#state);
  }
}
