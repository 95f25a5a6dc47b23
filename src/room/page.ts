import type { PageRange } from '../protocol/client-message.ts';
import { limits } from '../protocol/limits.ts';
import type { Message, Page } from '../protocol/server-message.ts';
import { utf8Length } from '../protocol/text.ts';
import { mayRead, readersOf, type Viewer } from './readers.ts';
import type { Transcript } from './transcript.ts';

/** R4: what is left of an answer for its messages, the rest of it taken off. */
const BYTES = limits.answerBytes - 256;

/** R4: the messages of a range that `viewer` may read; one in any case, then no more than fit an answer. */
export function readPage(transcript: Transcript, range: PageRange, viewer: Viewer): Page {
  const { before, after, around, limit: most = limits.pageDefault } = range;
  const gather = (messages: Iterable<Message>, count: number, room: number) =>
    take(readable(messages, viewer), count, room);

  if (after !== undefined) {
    const { taken, more } = gather(transcript.messagesAfter(after), most, BYTES);
    return { messages: taken, more };
  }
  if (around === undefined) {
    const { taken, more } = gather(
      transcript.messagesBefore(before ?? Number.POSITIVE_INFINITY),
      most,
      BYTES,
    );
    return { messages: taken.reverse(), more };
  }
  const half = gather(transcript.messagesBefore(around), Math.floor(most / 2), BYTES / 2);
  const newer = gather(transcript.messagesAfter(around - 1), most - half.taken.length, BYTES - half.bytes);
  const older = newer.more
    ? half
    : gather(transcript.messagesBefore(around), most - newer.taken.length, BYTES - newer.bytes);
  return { messages: [...older.taken.reverse(), ...newer.taken], more: older.more, newer: newer.more };
}

function* readable(messages: Iterable<Message>, viewer: Viewer): Iterable<Message> {
  for (const message of messages) if (mayRead(readersOf(message), viewer)) yield message;
}

interface Taken {
  readonly taken: Message[];
  readonly bytes: number;
  readonly more: boolean;
}

function take(messages: Iterable<Message>, most: number, room: number): Taken {
  const taken: Message[] = [];
  let bytes = 0;
  for (const message of messages) {
    if (taken.length >= most) return { taken, bytes, more: true };
    const size = utf8Length(JSON.stringify(message)) + 1;
    if (bytes + size > room && taken.length > 0) return { taken, bytes, more: true };
    taken.push(message);
    bytes += size;
  }
  return { taken, bytes, more: false };
}
