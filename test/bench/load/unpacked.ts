import { BODY_LENGTH, nextBody, numberAt } from './bodies.ts';

interface Known {
  readonly bytes: Buffer;
  readonly numbers: readonly number[];
}

/** Below this, to look is as cheap as to compare. */
const WORTH_KEEPING = 512;
const MOST_KNOWN = 256;
const NONE: readonly number[] = [];

/**
 * The numbers of the messages in a frame, however packed. The same frame goes to many sockets: it is looked through
 * once, and each other one that starts with the same message is compared with it byte for byte.
 */
export class Unpacked {
  readonly #known = new Map<number, Known>();

  numbersIn(payload: Buffer): readonly number[] {
    const at = nextBody(payload, 0);
    if (at === -1) return NONE;
    if (payload.length < WORTH_KEEPING) return look(payload, at);
    const first = numberAt(payload, at);
    const known = this.#known.get(first);
    if (known?.bytes.equals(payload)) return known.numbers;
    const numbers = look(payload, at);
    this.#keep(first, { bytes: Buffer.from(payload), numbers });
    return numbers;
  }

  #keep(first: number, known: Known): void {
    this.#known.delete(first);
    this.#known.set(first, known);
    if (this.#known.size <= MOST_KNOWN) return;
    const [oldest = first] = this.#known.keys();
    this.#known.delete(oldest);
  }
}

function look(payload: Buffer, first: number): readonly number[] {
  const numbers: number[] = [];
  for (let at = first; at !== -1; at = nextBody(payload, at + BODY_LENGTH))
    numbers.push(numberAt(payload, at));
  return numbers;
}
