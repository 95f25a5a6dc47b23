import type { Message } from '../../src/protocol/server-message.ts';

/** Something asked of a message that stands. */
export interface Asked {
  /** When it was asked, and when it was known to be done; by a count of all that was asked and done. */
  readonly askedAt: number;
  doneAt: number;
  readonly seq: number;
  readonly by: string;
  readonly what: string;
  readonly value: string;
  isDone: boolean;
}

/** Writes down what was said, what was acknowledged and what was asked, for the reckoning at the end. */
export class Witness {
  /** The texts that each wrote, in order, with their ids. */
  readonly texts = new Map<string, { text: string; id: string }[]>();
  /** Seqs of acknowledged messages, by the author's id and the message's. */
  readonly acknowledgements = new Map<string, number>();
  readonly asks: Asked[] = [];
  readonly counts = new Map<string, number>();
  readonly differences: string[] = [];
  readonly #history: string[] = [];
  #moments = 0;
  readonly #startedAt = Date.now();

  /** Whether nothing differs so far. */
  get isWell(): boolean {
    return this.differences.length === 0;
  }

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  note(what: string): void {
    this.#history.push(`${((Date.now() - this.#startedAt) / 1_000).toFixed(2)} s  ${what}`);
  }

  written(name: string, text: string, id: string): void {
    this.count('messages written');
    this.note(`${name} writes "${text}" as ${id}`);
    this.texts.set(name, [...(this.texts.get(name) ?? []), { text, id }]);
  }

  /** S3: the same message under another seq, once acknowledged, is a difference at once. */
  acknowledged({ from, id, seq }: Message): void {
    const key = `${from.id}/${id}`;
    const before = this.acknowledgements.get(key);
    if (before === seq) return;
    if (before !== undefined) this.differ(`${key} was acknowledged as #${before}, then as #${seq}`, id);
    this.acknowledgements.set(key, seq);
    this.note(`acknowledged #${seq}: ${id} of ${from.name}`);
  }

  asked(seq: number, by: string, what: string, value: string): Asked {
    const askedAt = ++this.#moments;
    const asked: Asked = { askedAt, doneAt: Number.POSITIVE_INFINITY, seq, by, what, value, isDone: false };
    this.asks.push(asked);
    this.count('changes asked');
    this.note(`${by} asks on #${seq}: ${what} ${value}`);
    return asked;
  }

  done(asked: Asked): void {
    asked.isDone = true;
    asked.doneAt = ++this.#moments;
    this.note(`done on #${asked.seq}: ${asked.what} ${asked.value}`);
  }

  /** `about` are ids, seqs (`#12`) or texts that the history of the difference is to be found by. */
  differ(what: string, ...about: readonly string[]): void {
    const lines = this.#history.filter(
      (line) => about.some((word) => line.includes(word)) || /^\S+ s {2}!/.test(line),
    );
    this.differences.push([what, ...lines.slice(-40).map((line) => `    ${line}`)].join('\n'));
  }
}
