import type { Dialect } from '../dialect/dialect.ts';
import type { Delivery } from '../room/delivery.ts';
import type { ConnectionId, Recipients } from '../room/effect.ts';
import type { ReadonlyRoster } from '../room/readonly-roster.ts';
import { Phrasebook } from './phrasebook.ts';

/** A connection, as far as telling it something needs it. */
export interface Listener {
  readonly dialect: Dialect;
  send(frames: readonly string[]): void;
}

/** Those of a room. */
export interface Listeners {
  readonly joined: ReadonlyMap<ConnectionId, Listener>;
  /** Joined or not. */
  find(id: ConnectionId): Listener | undefined;
  close(id: ConnectionId, code: number, reason: string): void;
}

interface Entry {
  readonly message: Delivery;
  /** Whether it is for everybody but those that are named, or for those alone. */
  readonly isForAll: boolean;
  readonly named: ReadonlySet<ConnectionId>;
}

/**
 * What is to be told, in order. One `send` costs the runtime 10 to 40 µs however little it carries: so all that there is for
 * somebody goes out together, put into words once, the same string to all who hear the same. A crowd is gone round, some at
 * a time and each with all that there is by then: what comes while others are told is not a second round for them.
 */
export class Outbox {
  readonly #listeners: Listeners;
  readonly #roster: ReadonlyRoster;
  /** Those that somebody has yet to hear. */
  #entries: Entry[] = [];
  /** How many there were before them. */
  #past = 0;
  /** How many there were in all at the last flush. */
  #flushed = 0;
  /** How many each has heard of, or let pass, who has joined. Who was told longest ago stands first: the numbers rise. */
  readonly #heard: Map<ConnectionId, number>;
  #arrivals: ConnectionId[] = [];
  /** For those who are to be closed, how many entries there were then: the later ones are not theirs. */
  #departures = new Map<ConnectionId, number>();
  #endings: Parameters<Listeners['close']>[] = [];

  /** Those who have joined already hear what comes from now on. */
  constructor(listeners: Listeners, roster: ReadonlyRoster) {
    this.#listeners = listeners;
    this.#roster = roster;
    this.#heard = new Map([...listeners.joined.keys()].map((id) => [id, 0]));
  }

  /** Whether nothing was added since the last flush. */
  get isEmpty(): boolean {
    return this.#flushed === this.#length && this.#endings.length === 0;
  }

  add(to: Recipients, message: Delivery): void {
    const isForAll = 'except' in to;
    this.#entries.push({ message, isForAll, named: new Set(isForAll ? to.except : to) });
  }

  /** A connection has joined: of what is for everybody it hears what comes from now on. */
  arrived(id: ConnectionId): void {
    this.#hasHeardAll(id);
    this.#arrivals.unshift(id);
  }

  /** Closes a connection once it has heard what was told before, without a hole. To be called while it still listens. */
  close(...ending: Parameters<Listeners['close']>): void {
    const [id] = ending;
    if (this.#listeners.joined.has(id)) this.#departures.set(id, this.#length);
    this.#endings.push(ending);
  }

  /**
   * Tells everything to those who hear something else than the others, first to who is new (C2), the newest before the
   * others; then to as many of the others as `most`. Answers whether somebody waits for the next flush.
   */
  flush(most = Number.POSITIVE_INFINITY): boolean {
    const phrases = new Phrasebook(
      this.#entries.map(({ message }) => message),
      this.#roster,
    );
    for (const id of this.#apart()) this.#tellApart(id, phrases);
    this.#tellOthers(most, phrases);
    for (const ending of this.#endings) this.#listeners.close(...ending);
    this.#settle();
    return this.#entries.length > 0;
  }

  get #length(): number {
    return this.#past + this.#entries.length;
  }

  #hasHeardAll(id: ConnectionId): void {
    this.#heard.delete(id);
    this.#heard.set(id, this.#length);
  }

  #apart(): Set<ConnectionId> {
    const named = this.#entries.slice(this.#flushed - this.#past).flatMap((entry) => [...entry.named]);
    return new Set([...this.#arrivals, ...this.#departures.keys(), ...named]);
  }

  #tellApart(id: ConnectionId, phrases: Phrasebook): void {
    const { joined } = this.#listeners;
    const until = this.#departures.get(id) ?? (joined.has(id) ? this.#length : 0);
    const from = this.#heard.get(id) ?? this.#length;
    const isMeant = (entry: Entry, place: number) =>
      entry.isForAll ? place >= from && place < until && !entry.named.has(id) : entry.named.has(id);
    const places = this.#places(Math.min(from, this.#flushed), isMeant);
    const listener = this.#listeners.find(id);
    listener?.send(phrases.edition(places).in(listener.dialect));
    if (joined.has(id)) this.#hasHeardAll(id);
    else this.#heard.delete(id);
  }

  #tellOthers(most: number, phrases: Phrasebook): void {
    let last = { from: this.#length, edition: phrases.edition([]) };
    let left = most;
    for (const [id, from] of this.#heard) {
      if (from === this.#length) return;
      const listener = this.#listeners.joined.get(id);
      // Who has gone keeps nothing waiting.
      if (listener && left === 0) return;
      this.#heard.delete(id);
      if (!listener) continue;
      if (from !== last.from) {
        const places = this.#places(from, ({ isForAll }) => isForAll);
        last = { from, edition: phrases.edition(places) };
      }
      this.#hasHeardAll(id);
      listener.send(last.edition.in(listener.dialect));
      left--;
    }
  }

  /** Which entries are meant, of those from one on. */
  #places(from: number, isMeant: (entry: Entry, place: number) => boolean): number[] {
    const places: number[] = [];
    for (let place = from; place < this.#length; place++) {
      const entry = this.#entries[place - this.#past];
      if (entry && isMeant(entry, place)) places.push(place - this.#past);
    }
    return places;
  }

  /** Lets go of what all have heard. */
  #settle(): void {
    [this.#arrivals, this.#departures, this.#endings] = [[], new Map(), []];
    this.#flushed = this.#length;
    const { value: least = this.#length } = this.#heard.values().next();
    this.#entries.splice(0, least - this.#past);
    this.#past = least;
  }
}
