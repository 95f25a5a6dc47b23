import { type ReadonlySignal, signal } from '@preact/signals';

/** A part of the page that is loaded once it is needed. What cannot be loaded is tried again when it is next needed. */
export class OnDemand<Part> {
  readonly #load: () => Promise<Part>;
  readonly #part = signal<Part | undefined>(undefined);
  #isUnderWay = false;

  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  get part(): ReadonlySignal<Part | undefined> {
    return this.#part;
  }

  async need(): Promise<void> {
    if (this.#isUnderWay || this.#part.peek() !== undefined) return;
    this.#isUnderWay = true;
    try {
      this.#part.value = await this.#load();
    } catch (error) {
      console.warn('A part of the page could not be loaded:', error);
    }
    this.#isUnderWay = false;
  }
}
