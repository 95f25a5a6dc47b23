import type { ChangeEvent, DurableEvent, MemberId, Message } from '../protocol/server-message.ts';
import type { Readers, Viewer } from './readers.ts';

/**
 * What a room needs of its storage. Synchronous; a write that throws has stored nothing.
 * Iterables are lazy: what is not taken is not read. They are to be used up before the next write.
 */
export interface Transcript {
  /** R2: names this log for good; null until `begin`. Nothing else may be written before. */
  readonly log: string | null;
  /** The newest seq, 0 where there is none. */
  readonly head: number;

  begin(log: string): void;
  /** `message.seq` is `head + 1`. */
  append(message: Message): void;
  /** `event.seq` is `head + 1`; its target is a message that stands. Changes the message in the same stroke. */
  change(event: ChangeEvent, readers: Readers): void;

  /** As it now stands. */
  message(seq: number): Message | undefined;
  /** Messages before `seq` that `viewer` may read, newest first, as they now stand. */
  messagesBefore(seq: number, viewer: Viewer): Iterable<Message>;
  /** Messages after `seq` that `viewer` may read, oldest first, as they now stand. */
  messagesAfter(seq: number, viewer: Viewer): Iterable<Message>;
  /**
   * R1: events after `seq` that `viewer` may know of, oldest first. Messages stand without reactions, whose events follow
   * anyway; an edit whose message was deleted since has an empty text.
   */
  eventsAfter(seq: number, viewer: Viewer): Iterable<DurableEvent>;
  hasReaction(target: number, emoji: string, member: MemberId): boolean;
  /** S3: what `author` sent after `floor`, up to `ceiling`, newest first. */
  sentBy(author: MemberId, floor: number, ceiling: number): Iterable<Pick<Message, 'id' | 'seq'>>;
}
