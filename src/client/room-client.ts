import type { FoundAnswer } from '../protocol/server-message.ts';
import {
  answeredById,
  checkedText,
  deleting,
  editing,
  type HostAnswer,
  type HostCommand,
  reacting,
  renaming,
} from './askings.ts';
import { Exchange } from './exchange.ts';
import { History, type Shown } from './history.ts';
import type { Keys, RoomClientOptions } from './options.ts';
import type { Asking } from './requests.ts';
import type { RoomState } from './state.ts';

export type { HostAnswer, HostCommand } from './askings.ts';
export type { Environment, Socket } from './environment.ts';
export type { Keys, RoomClientOptions } from './options.ts';
export type { OutboxStorage } from './outbox-files.ts';
export { RefusedError } from './refused-error.ts';
export type { Tabs } from './tabs.ts';

/** One person's line to one room: stays connected, shows what is there, and sends what is said, once and in order. */
export class RoomClient {
  readonly #exchange: Exchange;
  readonly #history: History;

  constructor(options: RoomClientOptions) {
    this.#exchange = new Exchange(options);
    const { environment, store, requests } = this.#exchange;
    this.#history = new History(environment, store, requests, options.mostLoaded ?? Number.POSITIVE_INFINITY);
  }

  /** Replaced, never changed. */
  get state(): RoomState {
    return this.#exchange.store.state;
  }

  /** Told once for each frame from the room, or call from the page, that changes something. Answers how to stop. */
  subscribe(listener: (state: RoomState) => void): () => void {
    return this.#exchange.store.subscribe(listener);
  }

  /** Connects, and comes back by itself from then on; nothing new to a line that is live or about to be. */
  open(): void {
    this.#exchange.act(() => this.#exchange.connection.open());
  }

  /** The same with what opens a room that is closed, where it was refused without (H5). */
  openWith(keys: Keys): void {
    this.#exchange.keys = { ...this.#exchange.keys, ...keys };
    this.open();
  }

  /** Stays away until `open`. What is not sent is kept. */
  close(): void {
    this.#exchange.act(() => this.#exchange.connection.close());
  }

  /** The device woke, or the network is back: no more waiting, and no belief in a socket that does not answer in 5 s. */
  wake(): void {
    this.#exchange.act(() => this.#exchange.connection.wake());
  }

  /**
   * Says something, now or as soon as it can be said; answers its id, by which it stands in `state.pending`.
   * Throws a RefusedError where the text is none that can be sent (S4).
   */
  send(
    text: string,
    { replyTo, to }: { readonly replyTo?: number; readonly to?: readonly string[] } = {},
  ): string {
    const { environment, outbox, cursor, typingSignal } = this.#exchange;
    const message = {
      id: environment.newId(),
      text: checkedText(text),
      ...(replyTo !== undefined && { replyTo }),
      ...(to !== undefined && { to }),
      since: cursor.position.seq,
      at: environment.now(),
    };
    this.#exchange.act(() => {
      outbox.add(message);
      typingSignal.over();
    });
    return message.id;
  }

  /** Sends a failed message again, after all that waits; not one that was too large for the line. */
  retry(id: string): void {
    const { environment, outbox } = this.#exchange;
    this.#exchange.act(() => outbox.retry(id, environment.now()));
  }

  /** Gives up a message. One that had gone out just then is said all the same. */
  discard(id: string): void {
    this.#exchange.act(() => this.#exchange.sender.remove(id));
  }

  /** Like the next three: resolves when the room shows it done, rejects with a RefusedError otherwise; never kept for later. */
  async edit(seq: number, text: string): Promise<void> {
    await this.#ask(editing(this.#self, seq, text));
  }

  async remove(seq: number): Promise<void> {
    await this.#ask(deleting(this.#self, seq));
  }

  async react(seq: number, emoji: string, on: boolean): Promise<void> {
    await this.#ask(reacting(this.#self, seq, emoji, on));
  }

  async rename(name: string): Promise<void> {
    await this.#ask(renaming(this.#self, name));
  }

  /** Section 9: what a host may ask, answered once it is carried out; rejects with a RefusedError otherwise. */
  async host<Command extends HostCommand>(command: Command): Promise<HostAnswer<Command>> {
    return (await this.#exchange.requests.ask(answeredById(command))) as HostAnswer<Command>;
  }

  /**
   * R7: messages before a seq, or of all, that hold every word of a query, as far back as one search looks; nothing of it
   * enters the state. Rejects with a RefusedError.
   */
  async search(query: string, before?: number): Promise<FoundAnswer> {
    const asking = answeredById({ type: 'search', query: query.toWellFormed(), before });
    return (await this.#exchange.requests.ask(asking)) as FoundAnswer;
  }

  /** May be told at every key: it goes out at most once in 3 s. */
  typing(on: boolean): void {
    this.#exchange.typingSignal.set(on);
  }

  /** Loads the page before the oldest message that is shown, as soon as the room bears it. Called again meanwhile, it answers the same promise. */
  loadOlder(): Promise<void> {
    return this.#history.older();
  }

  /** From a part of the past towards the newest messages. */
  loadNewer(): Promise<void> {
    return this.#history.newer();
  }

  /** Loads what lies around a message (`state.past`), if need be. Only the last call counts, and `showLatest` overtakes it, too. */
  show(seq: number): Promise<Shown> {
    return this.#history.show(seq);
  }

  /** Leaves the past: the newest messages are what is to be shown. */
  showLatest(): void {
    this.#history.latest();
  }

  /** To be called while nobody looks far up: lets go of what is older than the newest `mostLoaded`. */
  settle(): void {
    this.#history.settle();
  }

  get #self(): string | undefined {
    return this.state.self?.id;
  }

  async #ask(asking: Asking): Promise<void> {
    await this.#exchange.requests.ask(asking);
  }
}
