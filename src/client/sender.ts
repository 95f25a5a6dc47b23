import type { ClientMessageOf } from '../protocol/client-message.ts';
import { closeCodes, type Refusal, refusal } from '../protocol/codes.ts';
import { utf8Length } from '../protocol/text.ts';
import { Alarm } from './alarm.ts';
import { Backoff } from './backoff.ts';
import type { Cursor } from './cursor.ts';
import type { Environment } from './environment.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { Pace } from './pace.ts';

/** Well below F4, and such that even a poor line carries it before it is taken for dead. */
const FRAME_BYTES = 16_384;
const ANSWER_WITHIN = 15_000;

export interface Postman {
  readonly cursor: Cursor;
  isLive(): boolean;
  send(frame: string): void;
  /** Time to pump again. */
  onRested(): void;
  /** The room did not answer a frame in 15 s. */
  onSilence(): void;
}

/**
 * Brings the outbox to the room in order: one frame at a time, each starting with the first message that is not
 * acknowledged, the next only when every message of the former is acknowledged or refused.
 */
export class Sender {
  readonly #outbox: Outbox;
  readonly #postman: Postman;
  readonly #pace = new Pace();
  readonly #backoff: Backoff;
  readonly #pause: Alarm;
  readonly #answer: Alarm;
  /** Ids of the last frame that are not answered. */
  #flight = new Set<string>();
  #frame: readonly string[] = [];
  /** Ids of a frame that was too large, at the head of the queue: each goes alone, so that the one to blame is found. */
  readonly #suspects = new Set<string>();

  constructor(outbox: Outbox, postman: Postman, environment: Environment) {
    this.#outbox = outbox;
    this.#postman = postman;
    this.#backoff = new Backoff(environment.random);
    this.#pause = new Alarm(environment, () => postman.onRested());
    this.#answer = new Alarm(environment, () => postman.onSilence());
  }

  /** Sends what can be sent now. */
  pump(): void {
    const { cursor } = this.#postman;
    if (!this.#postman.isLive() || this.#flight.size > 0 || this.#pause.pending) return;
    const batch = this.#nextBatch();
    if (batch.length === 0) return;
    this.#frame = batch.map(({ id }) => id);
    this.#flight = new Set(this.#frame);
    this.#answer.set(ANSWER_WITHIN);
    if (this.#pace.gap > 0) this.#pause.set(this.#pace.gap);
    const sends = batch.map((entry) => encodeSend(this.#outbox.stamped(entry, cursor.position)));
    this.#postman.send(sends.length === 1 ? sends.join() : `[${sends.join()}]`);
  }

  /** The line went: what is unanswered will be sent again. */
  stop(closed?: number): void {
    if (closed === closeCodes.tooLarge) this.#blame();
    this.#retreat();
  }

  /** S1: our own copy came. */
  acknowledged(id: string): void {
    if (!this.#outbox.has(id)) return;
    this.#backoff.reset();
    this.#pace.acknowledged();
    this.remove(id);
  }

  remove(id: string): void {
    this.#outbox.remove(id);
    this.#settle(id);
  }

  /** Whether the refusal was about a message of the outbox. */
  refused(why: Refusal): boolean {
    const { id, code, retryAfter = 0 } = why;
    if (id === undefined || !this.#outbox.has(id)) return false;
    if (code === 'rate_limited' || code === 'internal') {
      // The first refusal calls the whole frame back; those of its rest find nothing in flight.
      if (!this.#flight.has(id)) return true;
      this.#retreat();
      this.#pause.set(
        code === 'internal' ? Math.max(retryAfter, this.#backoff.next()) : this.#pace.refused(why.retryAfter),
      );
    } else this.#fail(id, why);
    return true;
  }

  #fail(id: string, why: Refusal): void {
    this.#outbox.fail(id, why);
    this.#settle(id);
  }

  #settle(id: string): void {
    this.#suspects.delete(id);
    if (this.#flight.delete(id) && this.#flight.size === 0) this.#answer.cancel();
    if (this.#next() === undefined) this.#pace.reset();
  }

  #retreat(): void {
    this.#flight.clear();
    this.#answer.cancel();
    this.#pause.cancel();
  }

  #blame(): void {
    const [first] = this.#flight;
    if (first === undefined) return;
    if (this.#frame.length === 1) this.#fail(first, refusal('too_large', { id: first }));
    else for (const id of this.#frame) this.#suspects.add(id);
  }

  #next(): OutboxEntry | undefined {
    for (const entry of this.#outbox.sendable()) return entry;
    return undefined;
  }

  #nextBatch(): OutboxEntry[] {
    const batch: OutboxEntry[] = [];
    let bytes = 0;
    for (const entry of this.#outbox.sendable()) {
      bytes += utf8Length(encodeSend(entry));
      const isFull = bytes > FRAME_BYTES || batch.length === this.#pace.sendsPerFrame;
      if (batch.length > 0 && isFull) break;
      batch.push(entry);
      if (this.#suspects.has(entry.id)) break;
    }
    return batch;
  }
}

function encodeSend({ id, text, replyTo, to, since }: OutboxEntry): string {
  const command = { type: 'send', id, text, replyTo, to, since };
  return JSON.stringify(command satisfies { [Field in keyof ClientMessageOf<'send'>]-?: unknown });
}
