import type {
  ChangeEvent,
  DeleteEvent,
  DurableEvent,
  LogEntry,
  Member,
  MemberId,
  Message,
  ModerationEvent,
} from '../protocol/server-message.ts';
import type { Readers, Viewer } from './readers.ts';

export interface Erased {
  readonly event: DeleteEvent;
  readonly readers: Readers;
}

/** What hosts alone read of something that a host did. */
export interface Note {
  readonly reason?: string | undefined;
  readonly erased?: number;
}

/**
 * What a room needs of its storage. Synchronous; a write that throws has stored nothing.
 * Iterables are lazy: what is not taken is not read. They are to be used up before the next write.
 */
export interface Transcript {
  /** R2: names this log for good; null until `begin`. Nothing else may be written before. */
  readonly log: string | null;
  /** The newest seq, 0 where there is none. */
  readonly head: number;
  /** H9: the head when messages were last deleted for their age, 0 where none were. */
  readonly expiredHead: number;

  begin(log: string): void;
  /** `message.seq` is `head + 1`. */
  append(message: Message): void;
  /** `event.seq` is `head + 1`; its target is a message that stands. Changes the message in the same stroke. */
  change(event: ChangeEvent, readers: Readers): void;

  /** `event.seq` is `head + 1`. What is noted is for the log alone. */
  moderate(event: ModerationEvent, by: Member, readers: Readers, note?: Note): void;
  /** H8: notes in the log that a host deleted somebody's message. */
  noteDeletion(event: DeleteEvent, by: Member, of: Member): void;
  /** H3: takes back all that `author` has said, each message by an event of its own; answers these, in order. */
  erase(author: MemberId, by: MemberId, at: number): readonly Erased[];
  /** H9: deletes messages from before `at`, Unix ms, and what happened to them; seqs stay. Answers the newest such seq. */
  expire(at: number): number | undefined;
  /** Stores all that is written within, or nothing of it where it throws; answers what that answers. */
  transaction<Answer>(write: () => Answer): Answer;

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
  /** H8: newest first, before a seq. */
  logBefore(seq: number): Iterable<LogEntry>;
  /** Unix ms of the oldest message; undefined where there is none. */
  readonly oldestAt: number | undefined;
  /** What somebody was called who has written. Reads all messages at worst. */
  nameOf(author: MemberId): string | undefined;
  /** Unix ms at which `author` last sent, if after `since`. Reads what came after. */
  lastSentAt(author: MemberId, since: number): number | undefined;
  /** S3: what `author` sent after `floor`, up to `ceiling`, newest first. */
  sentBy(author: MemberId, floor: number, ceiling: number): Iterable<Pick<Message, 'id' | 'seq'>>;
}
