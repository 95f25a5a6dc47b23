import { signal } from '@preact/signals';
import type { RoomState } from '../../client/state.ts';
import type { Message } from '../../protocol/server-message.ts';
import { kept } from '../parts/kept.ts';
import { isNews } from './news.ts';

type Shown = Pick<RoomState, 'messages' | 'self' | 'log'>;

/** What this reader has seen of a room, on this device. */
export class Unread {
  /** The seq after which the line "New messages" stands. */
  readonly line = signal<number | undefined>(undefined);
  /** How many have come from others and were not seen. */
  readonly count = signal(0);
  /** How many of those are for the reader: by name, or in private. */
  readonly forUs = signal(0);
  readonly #room: string;
  readonly #isForUs: (message: Message) => boolean;
  #seen: number;
  /** The log that it is a seq of. */
  #log: string | undefined;
  #missed: readonly Message[] = [];

  constructor(room: string, isForUs: (message: Message) => boolean) {
    this.#room = room;
    this.#isForUs = isForUs;
    const { seq, log } = kept.readUpTo(room);
    this.#seen = seq;
    this.#log = log;
  }

  /** Read means seen: `isSeen` where the tab is visible and its timeline at the end. */
  update({ messages, self, log }: Shown, isSeen: boolean): void {
    this.#follow(log);
    const newest = messages.at(-1);
    if (newest === undefined) {
      // Where nobody has said anything yet, the first word is new.
      if (log !== undefined && Number.isNaN(this.#seen)) this.#seen = 0;
      return;
    }
    if (Number.isNaN(this.#seen)) this.#see(newest);
    const unseen = messages.filter((message) => message.seq > this.#seen && isNews(message, self?.id));
    if (isSeen) this.#see(newest);
    else if (unseen.length > 0) this.line.value = this.#seen;
    this.#miss(isSeen ? [] : unseen);
  }

  /** Another page of this browser may have shown what is missed here. */
  lookElsewhere(): void {
    const seen = kept.readUpTo(this.#room);
    if (seen.log !== this.#log || !(seen.seq > this.#seen)) return;
    this.#seen = seen.seq;
    this.#miss(this.#missed.filter(({ seq }) => seq > seen.seq));
  }

  /** A room that was deleted and is used anew counts from 1 again: all that is said there is new. */
  #follow(log: string | undefined): void {
    if (log === undefined || log === this.#log) return;
    const elsewhere = kept.readUpTo(this.#room);
    if (elsewhere.log === log) this.#seen = elsewhere.seq;
    else if (this.#log !== undefined) this.#seen = 0;
    if (this.#log !== undefined) this.line.value = undefined;
    this.#log = log;
    this.#keep();
  }

  #miss(missed: readonly Message[]): void {
    this.#missed = missed;
    this.count.value = missed.length;
    this.forUs.value = missed.filter(this.#isForUs).length;
  }

  #see({ seq, at }: Message): void {
    if (seq <= this.#seen) return;
    this.#seen = seq;
    kept.keepActiveAt(this.#room, at);
    this.#keep();
  }

  #keep(): void {
    if (!Number.isNaN(this.#seen)) kept.keepReadUpTo(this.#room, this.#seen, this.#log);
  }
}
