import type { Dialect } from '../dialect/dialect.ts';
import type { Delivery } from '../room/delivery.ts';
import type { Directory } from '../room/directory.ts';

/** What is told at one beat in the words of each dialect: each thing is put into words once, and packed once for all who hear the same. */
export class Phrasebook {
  readonly #messages: readonly Delivery[];
  readonly #directory: Directory;
  readonly #words = new Map<Dialect, Map<Delivery, readonly string[]>>();
  readonly #frames = new Map<Dialect, Map<string, readonly string[]>>();
  #last: { heard: readonly number[]; dialect: Dialect; frames: readonly string[] } | undefined;

  constructor(messages: readonly Delivery[], directory: Directory) {
    this.#messages = messages;
    this.#directory = directory;
  }

  /** The frames that tell what stands at those places. */
  frames(heard: readonly number[], dialect: Dialect): readonly string[] {
    // Most hear the very same list: not even its name is worth making again for each of them.
    if (this.#last?.heard === heard && this.#last.dialect === dialect) return this.#last.frames;
    const known = made(this.#frames, dialect, () => new Map<string, readonly string[]>());
    const frames = made(known, heard.join(), () => this.#pack(heard, dialect));
    this.#last = { heard, dialect, frames };
    return frames;
  }

  #pack(heard: readonly number[], dialect: Dialect): readonly string[] {
    const words = made(this.#words, dialect, () => new Map<Delivery, readonly string[]>());
    const messages = dialect.merge(heard.flatMap((place) => this.#messages[place] ?? []));
    return dialect.pack(
      messages.flatMap((message) => made(words, message, () => dialect.write(message, this.#directory))),
    );
  }
}

function made<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
