import type { TalkScreen } from '../../src/terminal/talk.ts';

/** A screen that remembers, with lines in the hands of a test. */
export class FakeScreen implements TalkScreen {
  isInteractive = false;
  isClosed = false;
  readonly shown: string[] = [];
  readonly told: string[] = [];
  readonly lines: AsyncIterable<string> = { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) };
  readonly #typed: string[] = [];
  #wake = () => {};

  /** Lines that nobody has asked for yet. */
  get unread(): number {
    return this.#typed.length;
  }

  types(...lines: string[]): void {
    this.#typed.push(...lines);
    this.#wake();
  }

  ends(): void {
    this.isClosed = true;
    this.#wake();
  }

  show(line: string): void {
    this.shown.push(line);
  }

  tell(line: string): void {
    this.told.push(line);
  }

  close(): void {
    this.ends();
  }

  async #next(): Promise<IteratorResult<string>> {
    while (this.#typed.length === 0 && !this.isClosed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const value = this.#typed.shift();
    return value === undefined ? { value: undefined, done: true } : { value, done: false };
  }
}
