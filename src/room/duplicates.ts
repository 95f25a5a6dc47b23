import { limits } from '../protocol/limits.ts';
import type { MemberId } from '../protocol/server-message.ts';
import type { Transcript } from './transcript.ts';

/** What one member sent after `floor`, by its own id. */
interface Sent {
  floor: number;
  readonly seqs: Map<string, number>;
  trimAt: number;
}

/**
 * S3 without a row or an index of its own: who sends is looked up in the log once, from its cursor on,
 * and followed in memory from there. The cursor of a client that is there lies near the head, so that this
 * reads next to nothing; what hibernation forgets is read again.
 */
export class Duplicates {
  readonly #transcript: Transcript;
  readonly #members = new Map<MemberId, Sent>();

  constructor(transcript: Transcript) {
    this.#transcript = transcript;
  }

  /** The seq of what `author` has sent under `id` after `since`, or else among the last 1,000 events. */
  find(author: MemberId, id: string, since?: number): number | undefined {
    const floor = this.#floor(since);
    const sent = this.#sentBy(author, this.#transcript.head);
    if (floor < sent.floor) this.#lookBack(author, sent, floor);
    return sent.seqs.get(id);
  }

  /** How many events `find` would have to read. */
  reach(author: MemberId, since?: number): number {
    const known = this.#members.get(author)?.floor ?? this.#transcript.head;
    return Math.max(0, known - this.#floor(since));
  }

  #floor(since: number | undefined): number {
    return since ?? Math.max(0, this.#transcript.head - limits.duplicateEvents);
  }

  /** To be told of each message that `find` did not find. */
  add(author: MemberId, id: string, seq: number): void {
    const sent = this.#members.get(author);
    if (!sent) return;
    sent.seqs.set(id, seq);
    if (sent.seqs.size > sent.trimAt) trim(sent, seq - limits.duplicateEvents);
  }

  forget(author: MemberId): void {
    this.#members.delete(author);
  }

  #sentBy(author: MemberId, head: number): Sent {
    let sent = this.#members.get(author);
    if (!sent) {
      sent = { floor: head, seqs: new Map(), trimAt: trimSize(0) };
      this.#members.set(author, sent);
    }
    return sent;
  }

  #lookBack(author: MemberId, sent: Sent, floor: number): void {
    for (const { id, seq } of this.#transcript.sentBy(author, floor, sent.floor)) {
      if (!sent.seqs.has(id)) sent.seqs.set(id, seq);
    }
    sent.floor = floor;
    sent.trimAt = trimSize(sent.seqs.size);
  }
}

const trimSize = (size: number) => 2 * limits.duplicateEvents + 2 * size;

function trim(sent: Sent, floor: number): void {
  for (const [id, seq] of sent.seqs) if (seq <= floor) sent.seqs.delete(id);
  sent.floor = Math.max(sent.floor, floor);
  sent.trimAt = trimSize(sent.seqs.size);
}
