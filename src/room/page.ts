import type { PageRange } from '../protocol/client-message.ts';
import { limits } from '../protocol/limits.ts';
import type { Message, Page } from '../protocol/server-message.ts';
import { utf8Length } from '../protocol/text.ts';
import { mayRead, readersOf, type Viewer } from './readers.ts';
import type { Transcript } from './transcript.ts';

/** R4: the messages of a range that `viewer` may read, in at most `bytes` once encoded (but one in any case). */
export function readPage(transcript: Transcript, range: PageRange, viewer: Viewer, bytes: number): Page {
  const { before, after, around, limit: most = limits.pageDefault } = range;
  const gather = (messages: Iterable<Message>, count: number, room: number) =>
    take(readable(messages, viewer), count, room);

  if (after !== undefined) {
    const { taken, more } = gather(transcript.messagesAfter(after), most, bytes);
    return { messages: taken, more };
  }
  if (around === undefined) {
    const { taken, more } = gather(
      transcript.messagesBefore(before ?? Number.POSITIVE_INFINITY),
      most,
      bytes,
    );
    return { messages: taken.reverse(), more };
  }
  const half = gather(transcript.messagesBefore(around), Math.floor(most / 2), bytes / 2);
  const newer = gather(transcript.messagesAfter(around - 1), most - half.taken.length, bytes - half.bytes);
  const older = newer.more
    ? half
    : gather(transcript.messagesBefore(around), most - newer.taken.length, bytes - newer.bytes);
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
