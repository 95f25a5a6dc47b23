import { Latencies } from './latencies.ts';

/** What a tally counts: messages by running number, each due once at each socket. */
export interface TallyOptions {
  /** Sockets that each message is due at. */
  readonly sockets: number;
  /** Members that take turns in sending: message `n` comes from `n % members`. */
  readonly members: number;
  /** The first number that is used. */
  readonly first: number;
  /** How many there may be. */
  readonly most: number;
}

/** Every message at every socket: there, missing, twice, or out of the order in which its member sent it. */
export class Tally {
  readonly latencies = new Latencies();
  /** Deliveries of this tally's messages, each counted once. */
  delivered = 0;
  doubles = 0;
  disordered = 0;
  /** Deliveries of messages that are not of this tally: late ones of an earlier one. */
  strays = 0;
  /** Messages sent. */
  sent = 0;
  readonly #options: TallyOptions;
  readonly #sentAt: Float64Array;
  readonly #seen: Uint8Array;
  readonly #newest: Int32Array;
  /** Those sent before are warm-up and have no latency. */
  #timedFrom = 0;

  constructor(options: TallyOptions) {
    const { sockets, members, most } = options;
    this.#options = options;
    this.#sentAt = new Float64Array(most);
    this.#seen = new Uint8Array(sockets * Math.ceil(most / 8));
    this.#newest = new Int32Array(sockets * members).fill(-1);
  }

  /** Deliveries that are still due. */
  get due(): number {
    return this.sent * this.#options.sockets - this.delivered;
  }

  /** The number for the next message, sent at `now` (ms). */
  send(now: number): number {
    const { first, most } = this.#options;
    if (this.sent === most) throw new Error('More messages than the tally has room for.');
    this.#sentAt[this.sent] = now;
    return first + this.sent++;
  }

  /** From the next message on latencies count. */
  startTiming(): void {
    this.#timedFrom = this.sent;
  }

  receive(socket: number, numbers: readonly number[], now: number): void {
    for (const number of numbers) this.#receive(socket, number - this.#options.first, now);
  }

  #receive(socket: number, index: number, now: number): void {
    if (index < 0 || index >= this.sent) {
      this.strays++;
      return;
    }
    const { members, most } = this.#options;
    const place = socket * Math.ceil(most / 8) + (index >>> 3);
    const bit = 1 << (index & 7);
    const seen = this.#seen[place] ?? 0;
    if ((seen & bit) !== 0) {
      this.doubles++;
      return;
    }
    this.#seen[place] = seen | bit;
    this.delivered++;
    const author = socket * members + (index % members);
    if (index < (this.#newest[author] ?? 0)) this.disordered++;
    this.#newest[author] = index;
    if (index >= this.#timedFrom) this.latencies.add(now - (this.#sentAt[index] ?? 0));
  }
}
