import type { Welcome } from '../protocol/server-message.ts';

/** The seq up to which this client has everything that it may see, in which log (R1). */
export class Cursor {
  #log: string | undefined;
  #seq = 0;

  /** Before any welcome 0 without a log: true of every log. */
  get position(): { readonly seq: number; readonly log?: string } {
    return this.#log === undefined ? { seq: 0 } : { seq: this.#seq, log: this.#log };
  }

  /** J2: the cursor is `head` after any welcome. */
  welcomed({ log, head }: Welcome['room']): void {
    this.#log = log;
    this.#seq = head;
  }

  /** Moves to a live event, over holes too (S6). False where it was there already: that event is an answer, not news (S3). */
  advance(seq: number): boolean {
    if (seq <= this.#seq) return false;
    this.#seq = seq;
    return true;
  }
}
