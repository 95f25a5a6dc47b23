import type { PageRange } from '../protocol/client-message.ts';
import type { PageAnswer } from '../protocol/server-message.ts';
import { paging } from './askings.ts';
import type { Environment } from './environment.ts';
import { PageLoader } from './page-loader.ts';
import type { Requests } from './requests.ts';
import type { RoomState, Slice } from './state.ts';
import type { Store } from './store.ts';
import { append, holds, prepend, type Timeline } from './timeline.ts';

/** Messages of a page that is loaded for a reader who moves (R4: at most 100). */
const PAGE = 100;
/** Of the newest messages, how many stay loaded while somebody reads far back. */
const NEWEST = 50;

/** What became of the wish to see a message: it is loaded, there is none that may be read, or something else was wished for since. */
export type Shown = 'shown' | 'missing' | 'overtaken';

/**
 * What is loaded of a room's messages: the newest ones, or for a while a part of the past, which grows at both ends until
 * it meets them. Of a long history no more than `most` stay loaded.
 */
export class History {
  readonly #store: Store<RoomState>;
  readonly #requests: Requests;
  readonly #loader: PageLoader;
  readonly #most: number;
  /** The message that was last asked for, a new object each time; none where the newest were since. */
  #wanted: { readonly seq: number } | undefined;

  constructor(environment: Environment, store: Store<RoomState>, requests: Requests, most: number) {
    this.#store = store;
    this.#requests = requests;
    this.#loader = new PageLoader(environment);
    this.#most = most;
  }

  older(): Promise<void> {
    if (!this.#shown.hasOlder) return Promise.resolve();
    return this.#loader.load('older', () => {
      const before = this.#shown.messages[0]?.seq;
      return this.#page(before === undefined ? {} : { before }, (page) => {
        if (this.#shown.messages[0]?.seq === before) this.#growBack(page);
      });
    });
  }

  newer(): Promise<void> {
    if (!this.#past) return Promise.resolve();
    return this.#loader.load('newer', () => {
      const after = this.#past?.messages.at(-1)?.seq ?? 0;
      return this.#page({ after, limit: PAGE }, (page) => {
        if (this.#past?.messages.at(-1)?.seq === after) this.#growOn(this.#past, page);
      });
    });
  }

  /** Loads what lies around a message, where it is not loaded. Rejects with a RefusedError where that was not to be had. */
  async show(seq: number): Promise<Shown> {
    const wanted = { seq };
    this.#wanted = wanted;
    try {
      await this.#bring(seq);
    } catch (why) {
      if (this.#wanted === wanted) throw why;
    }
    if (this.#wanted !== wanted) return 'overtaken';
    return holds(this.#shown.messages, seq) ? 'shown' : 'missing';
  }

  /** Leaves the past; a part of it that is on its way is not waited for. */
  latest(): void {
    this.#wanted = undefined;
    this.#store.set({ past: undefined });
  }

  /** To be called while nobody looks far up: what has grown too long is let go of at its old end. */
  settle(): void {
    const { messages, past } = this.#store.state;
    if (!past && messages.length > this.#most) {
      this.#store.set({ messages: messages.slice(-this.#most), hasOlder: true });
    }
  }

  async #bring(seq: number): Promise<void> {
    if (holds(this.#shown.messages, seq)) return;
    if (holds(this.#store.state.messages, seq)) this.#store.set({ past: undefined });
    else await this.#loader.load(`around ${seq}`, () => this.#around(seq));
  }

  #around(seq: number): Promise<unknown> {
    return this.#page({ around: seq, limit: PAGE }, ({ messages, more, newer }) => {
      if (this.#wanted?.seq !== seq || !holds(messages, seq)) return;
      const slice = { messages, hasOlder: more };
      if (newer && !this.#meets(messages)) this.#store.set({ past: slice });
      else this.#join(slice);
    });
  }

  #growBack({ messages, more }: PageAnswer): void {
    const past = this.#past;
    const grown = prepend(this.#shown.messages, messages);
    if (!past && grown.length <= this.#most) {
      this.#store.set({ messages: grown, hasOlder: more });
      return;
    }
    this.#store.set({ past: { messages: grown.slice(0, this.#most), hasOlder: more } });
    const newest = this.#store.state.messages;
    if (!past) this.#store.set({ messages: newest.slice(-NEWEST) });
  }

  #growOn(past: Slice, { messages, more }: PageAnswer): void {
    const grown = append(past.messages, messages);
    if (!more || this.#meets(grown)) this.#join({ ...past, messages: grown });
    else this.#store.set({ past: this.#newestOf(grown, past.hasOlder) });
  }

  /** The past has met the newest messages: they are one again. */
  #join({ messages, hasOlder }: Slice): void {
    const joined = append(messages, this.#store.state.messages);
    this.#store.set({ past: undefined, ...this.#newestOf(joined, hasOlder) });
  }

  #newestOf(messages: Timeline, hasOlder: boolean): Slice {
    return { messages: messages.slice(-this.#most), hasOlder: hasOlder || messages.length > this.#most };
  }

  #meets(messages: Timeline): boolean {
    const newest = this.#store.state.messages[0]?.seq ?? 0;
    return (messages.at(-1)?.seq ?? 0) >= newest;
  }

  get #past(): Slice | undefined {
    return this.#store.state.past;
  }

  get #shown(): Slice {
    return this.#past ?? this.#store.state;
  }

  #page(range: PageRange, take: (page: PageAnswer) => void): Promise<unknown> {
    return this.#requests.ask(paging(range, take));
  }
}
