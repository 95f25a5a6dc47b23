import type { PageRange } from '../protocol/client-message.ts';
import { limits } from '../protocol/limits.ts';
import type { Message, Page } from '../protocol/server-message.ts';
import { utf8Length } from '../protocol/text.ts';
import { readsAfter } from './gate.ts';
import type { Viewer } from './readers.ts';
import type { Parts } from './turn.ts';

/** R4: what is left of an answer for its messages, the rest of it taken off. */
const BYTES = limits.answerBytes - 256;

/** R4: the messages of a range that `viewer` may read; one in any case, then no more than fit the bounds. */
export function readPage(
  { transcript, register }: Readable,
  { before, after, around, limit: most = limits.pageDefault }: PageRange,
  viewer: Viewer,
  { bytes = BYTES, floor = readsAfter(register, viewer) }: Bounds = {},
): Page {
  const older = (seq: number, count: number, room: number) =>
    take(olderMessages({ transcript, register }, seq, viewer, floor), count, room);
  const newer = (seq: number, count: number, room: number) =>
    take(transcript.messagesAfter(Math.max(seq, floor), viewer), count, room);

  if (after !== undefined) {
    const { taken, more } = newer(after, most, bytes);
    return { messages: taken, more };
  }
  if (around === undefined) {
    const { taken, more } = older(before ?? Number.POSITIVE_INFINITY, most, bytes);
    return { messages: taken.reverse(), more };
  }
  const half = older(around, Math.floor(most / 2), bytes / 2);
  const rest = newer(around - 1, most - half.taken.length, bytes - half.bytes);
  const first = rest.more ? half : older(around, most - rest.taken.length, bytes - rest.bytes);
  return { messages: [...first.taken.reverse(), ...rest.taken], more: first.more, newer: rest.more };
}

/** What is read of a room. */
export type Readable = Pick<Parts, 'transcript' | 'register'>;

interface Bounds {
  readonly bytes?: number | undefined;
  /** The seq up to which none are read. */
  readonly floor?: number | undefined;
}

/** H4: messages before `seq` that `viewer` may read, newest first, none up to the floor. All that reads back goes by it. */
export function* olderMessages(
  { transcript, register }: Readable,
  seq: number,
  viewer: Viewer,
  floor: number = readsAfter(register, viewer),
): Iterable<Message> {
  for (const message of transcript.messagesBefore(seq, viewer)) {
    if (message.seq <= floor) return;
    yield message;
  }
}

/** R4, R7: what goes into one answer: one message in any case, then no more than fit the bounds. */
export class Fitting {
  readonly taken: Message[] = [];
  bytes = 0;
  readonly #most: number;
  readonly #room: number;

  constructor(most: number, room = BYTES) {
    this.#most = most;
    this.#room = room;
  }

  /** Whether it was taken. */
  take(message: Message): boolean {
    if (this.taken.length >= this.#most) return false;
    const size = utf8Length(JSON.stringify(message)) + 1;
    if (this.bytes + size > this.#room && this.taken.length > 0) return false;
    this.taken.push(message);
    this.bytes += size;
    return true;
  }
}

interface Taken {
  readonly taken: Message[];
  readonly bytes: number;
  readonly more: boolean;
}

function take(messages: Iterable<Message>, most: number, room: number): Taken {
  const fitting = new Fitting(most, room);
  for (const message of messages) {
    if (!fitting.take(message)) return { taken: fitting.taken, bytes: fitting.bytes, more: true };
  }
  return { taken: fitting.taken, bytes: fitting.bytes, more: false };
}
