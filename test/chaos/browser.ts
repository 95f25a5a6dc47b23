import { setTimeout as sleep } from 'node:timers/promises';
import { RefusedError, RoomClient } from '../../src/client/room-client.ts';
import type { Message } from '../../src/protocol/server-message.ts';
import type { Chance } from './chance.ts';
import type { Witness } from './witness.ts';

const EMOJI = ['👍', '🎉', '❤️'];

/** What a browser keeps over a crash: its storage and its identity. */
class Kept {
  readonly #items = new Map<string, string>();
  token: string | undefined;

  get length(): number {
    return this.#items.size;
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  getItem = (key: string) => this.#items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#items.set(key, value);
  removeItem = (key: string) => void this.#items.delete(key);
}

/** A person at a page: the client that the page uses, on what a browser would have kept. */
export class SimulatedBrowser {
  readonly name: string;
  readonly #url: string;
  readonly #room: string;
  readonly #chance: Chance;
  readonly #witness: Witness;
  readonly #kept = new Kept();
  #client: RoomClient;
  #written = 0;
  #wasLive = false;

  constructor(name: string, url: string, room: string, chance: Chance, witness: Witness) {
    this.name = name;
    this.#url = url;
    this.#room = room;
    this.#chance = chance;
    this.#witness = witness;
    this.#client = this.#start();
  }

  get state(): RoomClient['state'] {
    return this.#client.state;
  }

  get isSettled(): boolean {
    const { line, pending } = this.state;
    return line.state === 'live' && pending.length === 0;
  }

  /** One thing that a person does. What the room refuses or the line loses is part of the day. */
  act(): void {
    const action = this.#chance.weighed<() => void>([
      [60, () => this.#write()],
      [12, () => this.#editOne()],
      [8, () => this.#removeOne()],
      [12, () => this.#reactToOne()],
      [3, () => this.#client.typing(true)],
      [2, () => this.#client.wake()],
      [2, () => this.#comeBack()],
      [1, () => this.#crash()],
    ]);
    action();
  }

  wake(): void {
    this.#client.wake();
  }

  /** Reads on to the first message there is. */
  async readAll(): Promise<void> {
    while (this.state.hasOlder) await this.#client.loadOlder().catch(waitAsTold);
  }

  leave(): void {
    this.#client.close();
  }

  #start(): RoomClient {
    const client = new RoomClient({
      url: this.#url,
      room: this.#room,
      name: this.name,
      storage: this.#kept,
      ...(this.#kept.token !== undefined && { token: this.#kept.token }),
      onToken: (token) => {
        this.#kept.token = token;
      },
    });
    client.subscribe(() => this.#look(client));
    client.open();
    return client;
  }

  /** What is shown as sent was acknowledged: from then on nothing may take it away. */
  #look(client: RoomClient): void {
    if (client !== this.#client && this.#client) return;
    const { line, messages, self } = client.state;
    if (line.state === 'live' && !this.#wasLive) this.#witness.count('times live');
    this.#wasLive = line.state === 'live';
    for (const message of messages.slice(-60)) {
      if (message.from.id === self?.id) this.#witness.acknowledged(message);
    }
  }

  #write(): void {
    const text = `${this.name} ${++this.#written}`;
    this.#witness.written(this.name, text, this.#client.send(text));
  }

  #editOne(): void {
    const message = this.#own();
    if (!message) return;
    const text = `${message.text?.replace(/ edited.*/, '')} edited ${this.#chance.between(0, 1_000_000)}`;
    this.#ask(message, 'edit', () => this.#client.edit(message.seq, text), text);
  }

  #removeOne(): void {
    const message = this.#own();
    if (message) this.#ask(message, 'delete', () => this.#client.remove(message.seq), '');
  }

  #reactToOne(): void {
    const message = this.#chance.pick(this.state.messages.slice(-40));
    const emoji = this.#chance.pick(EMOJI) ?? '👍';
    if (!message) return;
    const on = this.#chance.next() < 0.7;
    this.#ask(message, `react ${emoji}`, () => this.#client.react(message.seq, emoji, on), String(on));
  }

  #own(): Message | undefined {
    const { messages, self } = this.state;
    return this.#chance.pick(
      messages.slice(-40).filter(({ from, deleted }) => from.id === self?.id && !deleted),
    );
  }

  #ask(message: Message, what: string, ask: () => Promise<void>, value: string): void {
    const by = this.state.self?.id ?? '';
    const asked = this.#witness.asked(message.seq, by, what, value);
    ask().then(
      () => this.#witness.done(asked),
      (error: unknown) => {
        if (!(error instanceof RefusedError)) throw error;
        this.#witness.unsure(asked);
      },
    );
  }

  #comeBack(): void {
    this.#witness.count('reconnects');
    this.#client.close();
    this.#client.open();
  }

  /** The page is gone in the middle of whatever it did; a new one starts on what was kept. */
  #crash(): void {
    this.#witness.count('page crashes');
    const old = this.#client;
    this.#client = this.#start();
    old.close();
  }
}

/** E1: a long history takes more pages than may be asked for at once. */
async function waitAsTold(error: unknown): Promise<void> {
  if (!(error instanceof RefusedError) || error.refusal.code !== 'rate_limited') throw error;
  await sleep(error.refusal.retryAfter);
}
