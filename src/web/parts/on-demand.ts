import { type ReadonlySignal, signal } from '@preact/signals';

/** A part of the page that is loaded once it is needed. What cannot be loaded is tried again when it is next needed. */
export class OnDemand<Part> {
  readonly #load: () => Promise<Part>;
  readonly #part = signal<Part | undefined>(undefined);
  #loading: Promise<Part | undefined> | undefined;

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
    } catch (error) {
      console.warn('A part of the page could not be loaded:', error);
      this.#loading = undefined;
    }
    return this.#part.peek();
  }
}
