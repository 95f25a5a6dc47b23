import { signal } from '@preact/signals';
import type { MemberId, Message } from '../../protocol/server-message.ts';
import { kept } from '../parts/kept.ts';

/** What this reader has seen of a room, on this device. */
export class Unread {
  /** The seq after which the line "New messages" stands. */
  readonly line = signal<number | undefined>(undefined);
  /** How many have come from others and were not seen. */
  readonly count = signal(0);
  readonly #room: string;
  #seen: number;

  constructor(room: string) {
    this.#room = room;
    this.#seen = kept.readUpTo(room);
  }

  /** Read means seen: `isSeen` where the tab is visible and its timeline at the end. */
  update(messages: readonly Message[], self: MemberId | undefined, isSeen: boolean): void {
    const newest = messages.at(-1)?.seq;
    if (newest === undefined) return;
    if (Number.isNaN(this.#seen)) this.#see(newest);
    const unseen = messages.reduce((n, { seq, from }) => n + Number(seq > this.#seen && from.id !== self), 0);
    if (isSeen) this.#see(newest);
    else if (unseen > 0) this.line.value = this.#seen;
    this.count.value = isSeen ? 0 : unseen;
  }

  #see(seq: number): void {
    if (seq <= this.#seen) return;
    this.#seen = seq;
    kept.keepReadUpTo(this.#room, seq);
  }
}
