import type { Dialect } from '../dialect/dialect.ts';
import type { Delivery } from '../room/delivery.ts';
import type { ReadonlyRoster } from '../room/readonly-roster.ts';

/** What is told at one beat: each thing is put into words once a dialect, and packed once for all who hear the same. */
export class Phrasebook {
  readonly #messages: readonly Delivery[];
  readonly #roster: ReadonlyRoster;
  readonly #words = new Map<Dialect, Map<Delivery, readonly string[]>>();
  readonly #editions = new Map<string, Edition>();

  constructor(messages: readonly Delivery[], roster: ReadonlyRoster) {
    this.#messages = messages;
    this.#roster = roster;
  }

  /** For those who hear what stands at those places. */
  edition(places: readonly number[]): Edition {
    return made(this.#editions, places.join(), () => new Edition((dialect) => this.#pack(places, dialect)));
  }

  #pack(places: readonly number[], dialect: Dialect): readonly string[] {
    const words = made(this.#words, dialect, () => new Map<Delivery, readonly string[]>());
    const messages = dialect.merge(places.flatMap((place) => this.#messages[place] ?? []));
    return dialect.pack(
      messages.flatMap((message) => made(words, message, () => dialect.write(message, this.#roster))),
    );
  }
}

/** One list of things told, in the frames of each dialect that somebody hears it in. */
class Edition {
  readonly #frames = new Map<Dialect, readonly string[]>();
  readonly #pack: (dialect: Dialect) => readonly string[];

  constructor(pack: (dialect: Dialect) => readonly string[]) {
    this.#pack = pack;
  }

  in(dialect: Dialect): readonly string[] {
    return made(this.#frames, dialect, this.#pack);
  }
}

function made<Key, Value>(known: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make(key);
    known.set(key, value);
  }
  return value;
}
