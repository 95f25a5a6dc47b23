import type { Tongue } from '../peers/tongue.ts';
import { bodyOf, MOST_NUMBERS } from './bodies.ts';
import { Client } from './client.ts';
import { Tally } from './tally.ts';
import { Unpacked } from './unpacked.ts';

/** Share of those that are there that come in at once, and the fewest: as when a link is passed around. */
const RUSH = 0.05;
const AT_ONCE = 100;

/** All members of one room, one connection each. What they hear goes into a tally. */
export class Crowd {
  readonly clients: Client[] = [];
  tally = new Tally({ sockets: 0, members: 1, first: 0, most: 0 });
  readonly #port: number;
  readonly #room: string;
  readonly #tongue: Tongue;
  readonly #perFrame: number;
  readonly #unpacked = new Unpacked();
  readonly #toFlush = new Set<Client>();
  /** Sends that wait for their frame to be full. */
  readonly #waiting = new Map<Client, readonly string[]>();
  #spent = 0;
  /** Messages said before this tally. */
  #earlier = 0;

  /** `perFrame`: how many messages of one member share a frame (F1), where that is more than one. */
  constructor(port: number, room: string, tongue: Tongue, perFrame = 1) {
    this.#port = port;
    this.#room = room;
    this.#tongue = tongue;
    this.#perFrame = perFrame;
  }

  /** Lets members in until there are so many, or `seconds` have passed. */
  async growTo(members: number, seconds = Number.POSITIVE_INFINITY): Promise<void> {
    const end = performance.now() + seconds * 1_000;
    while (this.clients.length < members && performance.now() < end) {
      const batch = Math.min(Math.max(AT_ONCE, this.clients.length * RUSH), members - this.clients.length);
      await Promise.all(
        Array.from({ length: batch }, (_, index) => this.#admit(this.clients.length + index)),
      );
    }
  }

  /** Somebody who is there and does not count. */
  guest(): Promise<Client> {
    return Client.join(this.#port, this.#room, 'Guest', this.#tongue);
  }

  /** Bytes that have come out of all sockets. */
  get bytesIn(): number {
    return this.clients.reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  }

  /** Those whose connection the server ended. */
  get broken(): readonly Client[] {
    return this.clients.filter(({ broken }) => broken !== undefined);
  }

  /** A new tally with room for so many messages, whose numbers nobody in this room has used. */
  count(most: number): Tally {
    const members = this.clients.length;
    if (this.#spent + most > MOST_NUMBERS) throw new Error('More messages than there are numbers for.');
    this.#earlier += this.tally.sent;
    this.tally = new Tally({ sockets: members, members, first: this.#spent, most });
    this.#spent += most;
    return this.tally;
  }

  /** The next member in turn says the next message. */
  say(): void {
    const turn = this.tally.sent % this.clients.length;
    const author = this.clients[turn];
    if (!author) throw new Error('Nobody is there.');
    const number = this.tally.send(performance.now());
    const text = this.#tongue.send(bodyOf(number), idOf(number), this.#cursor());
    const frame = this.#perFrame === 1 ? text : this.#packed(author, text);
    if (frame === undefined) return;
    author.say(frame);
    this.#toFlush.add(author);
  }

  /** A frame once it is full. */
  #packed(author: Client, text: string): string | undefined {
    const texts = [...(this.#waiting.get(author) ?? []), text];
    const isFull = texts.length === this.#perFrame;
    this.#waiting.set(author, isFull ? [] : texts);
    return isFull ? `[${texts.join()}]` : undefined;
  }

  flush(): void {
    for (const client of this.#toFlush) client.flush();
    this.#toFlush.clear();
  }

  leave(): void {
    for (const client of this.clients) client.leave();
  }

  /** About the newest seq that all have: messages are all that takes one here. */
  #cursor(): number {
    return this.#earlier + Math.floor(this.tally.delivered / this.clients.length);
  }

  async #admit(place: number): Promise<void> {
    const client = await Client.join(this.#port, this.#room, `Member ${place + 1}`, this.#tongue);
    const socket = this.clients.push(client) - 1;
    client.onPayload = (payload) => this.#hear(client, socket, payload);
  }

  #hear(client: Client, socket: number, payload: Buffer): void {
    const numbers = this.#unpacked.numbersIn(payload);
    if (numbers.length > 0) this.tally.receive(socket, numbers, performance.now());
    else client.heed(payload);
  }
}

/** As Parlor's client makes them: 32 hexadecimal digits. */
const idOf = (number: number) => `5eed${number.toString(16).padStart(28, '0')}`;
