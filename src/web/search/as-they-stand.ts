import type { Message } from '../../protocol/server-message.ts';

/** What was found, as the timeline has it where it does: it hears of each change, and of what is deleted there nothing is shown. */
export function asTheyStand(
  found: readonly Message[],
  bySeq: ReadonlyMap<number, Message>,
): readonly Message[] {
  return found.map((message) => bySeq.get(message.seq) ?? message).filter(({ deleted }) => !deleted);
}
