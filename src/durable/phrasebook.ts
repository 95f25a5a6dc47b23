import type { Dialect } from '../dialect/dialect.ts';
import type { Delivery } from '../room/delivery.ts';
import type { Directory } from '../room/directory.ts';

/** Each thing that is told in the words of each dialect, put into them once. */
export class Phrasebook {
  readonly #directory: Directory;
  readonly #phrases = new Map<Dialect, Map<Delivery, readonly string[]>>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  say(messages: readonly Delivery[], dialect: Dialect): readonly string[] {
    const known = this.#phrases.get(dialect) ?? new Map<Delivery, readonly string[]>();
    this.#phrases.set(dialect, known);
    return messages.flatMap((message) => {
      const words = known.get(message) ?? dialect.write(message, this.#directory);
      known.set(message, words);
      return words;
    });
  }
}
