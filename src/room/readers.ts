import type { Member, MemberId, Message } from '../protocol/server-message.ts';

/** S6: who may know of an entry of the transcript: these members, or, where null, everybody. */
export type Readers = readonly MemberId[] | null;

/** Somebody who reads: a member, or, where null, anybody who comes by (R5). */
export type Viewer = MemberId | null;

export function readersOf(message: {
  readonly from: Pick<Member, 'id'>;
  readonly to?: Message['to'];
}): Readers {
  return message.to ? [...new Set([message.from.id, ...message.to])] : null;
}

/** The one rule of visibility. Where storage decides what to read (private_readers), it is by `readersOf`. */
export function mayRead(readers: Readers, viewer: Viewer): boolean {
  return readers === null || (viewer !== null && readers.includes(viewer));
}
