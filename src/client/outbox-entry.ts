import type { MemberId } from '../protocol/server-message.ts';
import type { PendingMessage } from './state.ts';

/** A message of our own as it waits, in memory and in the storage. */
export interface OutboxEntry extends PendingMessage {
  /** Its place in the queue, by the clock, so that what several tabs wrote lines up after a reload. */
  readonly order: number;
  /** The log that `since` is a cursor of; absent until it is first sent. */
  readonly log?: string;
  /** The member that first sent it; absent until then. */
  readonly by?: MemberId;
  /** The page that sends it, where pages know of one another. */
  readonly tab?: string;
}
