import type { ChangeEvent, Message } from '../../src/protocol/server-message.ts';
import { readersOf } from '../../src/room/readers.ts';
import type { Transcript } from '../../src/room/transcript.ts';

/** Ids of that many members. */
export const members = (count: number) => Array.from({ length: count }, (_, index) => `m${index + 1}`);

/** A message like any other, but for these fields. */
export const aMessage = (fields: Partial<Message> & { seq: number }): Message => ({
  type: 'message',
  id: `id-${fields.seq}`,
  at: 1_700_000_000_000 + fields.seq,
  from: { id: 'ann', name: 'Ann' },
  text: 'hello',
  ...fields,
});

/** Writes as a room does: each entry under the next seq, each change with the readers of its message. */
export class TranscriptWriter {
  readonly transcript: Transcript;

  constructor(transcript: Transcript) {
    this.transcript = transcript;
  }

  send(text: string, fields: Partial<Message> = {}): void {
    this.transcript.append(aMessage({ text, ...fields, seq: this.#next }));
  }

  sendMany(count: number): void {
    for (let sent = 1; sent <= count; sent++) this.send(`text ${sent}`);
  }

  edit(target: number, text: string, at = 400): ChangeEvent {
    return this.#change({ type: 'edit', seq: this.#next, target, text, at, by: 'ann' });
  }

  delete(target: number): ChangeEvent {
    return this.#change({ type: 'delete', seq: this.#next, target, at: 500, by: 'ann' });
  }

  react(target: number, emoji: string, by: string, on = true): ChangeEvent {
    return this.#change({ type: 'reaction', seq: this.#next, target, emoji, by, on });
  }

  crowd(count: number): void {
    for (const id of members(count)) this.react(1, '👍', id);
  }

  get #next(): number {
    return this.transcript.head + 1;
  }

  #change(event: ChangeEvent): ChangeEvent {
    const message = this.transcript.message(event.target);
    if (!message) throw new Error(`No message stands at ${event.target}.`);
    this.transcript.change(event, readersOf(message));
    return event;
  }
}
