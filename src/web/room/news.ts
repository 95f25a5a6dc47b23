import type { MemberId, Message } from '../../protocol/server-message.ts';

/** Whether there is something in it that somebody else has said. */
export const isNews = ({ from, deleted }: Message, self: MemberId | undefined) =>
  !deleted && from.id !== self;
