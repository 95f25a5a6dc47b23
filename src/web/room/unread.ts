import { signal } from '@preact/signals';
import type { MemberId, Message } from '../../protocol/server-message.ts';
import { kept } from '../parts/kept.ts';

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
  #missed: readonly Message[] = [];

  constructor(room: string, isForUs: (message: Message) => boolean) {
    this.#room = room;
    this.#isForUs = isForUs;
    this.#seen = kept.readUpTo(room);
  }

  /** Read means seen: `isSeen` where the tab is visible and its timeline at the end. */
  update(messages: readonly Message[], self: MemberId | undefined, isSeen: boolean): void {
    const newest = messages.at(-1);
    if (newest === undefined) return;
    if (Number.isNaN(this.#seen)) this.#see(newest);
    const unseen = messages.filter(({ seq, from }) => seq > this.#seen && from.id !== self);
    if (isSeen) this.#see(newest);
    else if (unseen.length > 0) this.line.value = this.#seen;
    this.#miss(isSeen ? [] : unseen);
  }

  /** Another page of this browser may have shown what is missed here. */
  lookElsewhere(): void {
    const seen = kept.readUpTo(this.#room);
    if (!(seen > this.#seen)) return;
    this.#seen = seen;
    this.#miss(this.#missed.filter(({ seq }) => seq > seen));
  }

  #miss(missed: readonly Message[]): void {
    this.#missed = missed;
    this.count.value = missed.length;
    this.forUs.value = missed.filter(this.#isForUs).length;
  }

  #see({ seq, at }: Message): void {
    if (seq <= this.#seen) return;
    this.#seen = seq;
    kept.keepReadUpTo(this.#room, seq, at);
  }
}
