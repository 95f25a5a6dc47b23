import { RefusedError, RoomClient, type RoomClientOptions } from '../../src/client/room-client.ts';
import type { Message } from '../../src/protocol/server-message.ts';
import type { BrowserPage } from '../support/browser-profile.ts';
import { messageChanges } from './asking.ts';
import type { Surroundings } from './surroundings.ts';
import { watchedSockets } from './watched-socket.ts';

/** Who the browser is, as far as it knows, and who is told when it learns. */
type Identity = Pick<RoomClientOptions, 'token' | 'onToken'>;

/** One page of the room: the client that the real page uses, on what a browser would keep. */
export class ChaosPage {
  /** Of the person and the page, as histories tell it. */
  readonly name: string;
  readonly #around: Surroundings;
  readonly #page: BrowserPage;
  readonly #client: RoomClient;
  #written = 0;
  #isGone = false;

  constructor(person: string, around: Surroundings, page: BrowserPage, identity: Identity) {
    this.name = `${person}/${page.tabs.self}`;
    this.#around = around;
    this.#page = page;
    this.#client = new RoomClient({
      url: around.url,
      room: around.room,
      name: person,
      storage: page.storage,
      tabs: page.tabs,
      ...identity,
      environment: { WebSocket: watchedSockets(this.name, around.witness) },
    });
    this.#client.subscribe(() => this.#look());
    this.#client.open();
  }

  get state(): RoomClient['state'] {
    return this.#client.state;
  }

  /** The member's. */
  get id(): string | undefined {
    return this.state.self?.id;
  }

  get isSettled(): boolean {
    const { line, pending } = this.state;
    return line.state === 'live' && pending.length === 0;
  }

  /** `whom` is a member who may be spoken to alone. */
  act(whom: string | undefined): void {
    const action = this.#around.chance.weighed<() => void>([
      [54, () => this.#write()],
      [6, () => whom !== undefined && this.#write([whom])],
      [12, () => this.#ask('edit')],
      [8, () => this.#ask('delete')],
      [12, () => this.#ask('react')],
      [3, () => this.#client.typing(true)],
      [2, () => this.#client.wake()],
      [3, () => this.#comeBack()],
    ]);
    action();
  }

  wake(): void {
    this.#client.wake();
  }

  /** F7: the room answers after all that it has told before; rejects where the line is lost meanwhile. */
  async hasHeardAll(): Promise<void> {
    await this.#client.rename(this.state.self?.name ?? '');
  }

  /** Reads on to the first message there is. */
  async readAll(): Promise<void> {
    while (this.state.hasOlder) await this.#client.loadOlder();
  }

  close(): void {
    this.#client.close();
    this.#page.close();
  }

  /** Gone in the middle of whatever it did: it hears and sees no more, and what it had not sent is left in the storage. */
  crash(): void {
    this.#isGone = true;
    this.close();
  }

  /** What is shown as sent was acknowledged: from then on nothing may take it away. */
  #look(): void {
    if (this.#isGone) return;
    const { messages, self } = this.state;
    for (const message of messages.slice(-60)) {
      if (message.from.id === self?.id) this.#around.witness.acknowledged(message);
    }
  }

  #write(to?: readonly string[]): void {
    const text = `${this.name} ${++this.#written}`;
    const id = this.#client.send(text, to && { to });
    this.#around.witness.written(this.name, text, id);
  }

  #ask(what: keyof typeof messageChanges): void {
    const { chance, witness } = this.#around;
    const asking = messageChanges[what](this.#client, this.#recent(), chance);
    if (!asking) return;
    const asked = witness.asked(asking.seq, this.id ?? '', asking.what, asking.value);
    asking.ask().then(
      () => witness.done(asked),
      (error: unknown) => {
        // Refused, or nobody knows: it may still come to stand.
        if (!(error instanceof RefusedError)) throw error;
      },
    );
  }

  #recent(): readonly Message[] {
    return this.state.messages.slice(-40);
  }

  #comeBack(): void {
    this.#around.witness.count('reconnects');
    this.#client.close();
    this.#client.open();
  }
}
