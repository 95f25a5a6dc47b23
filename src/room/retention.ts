import { DAY } from '../protocol/time.ts';
import { type Effect, EVERYONE, tell } from './effect.ts';
import type { Parts } from './turn.ts';

/** H9: deletes what is no longer to be kept, and tells everybody up to where. */
export function expire({ transcript, register }: Parts, now: number): readonly Effect[] {
  const { keepDays } = register.keeping.settings;
  const upTo = keepDays === undefined ? undefined : transcript.expire(now - keepDays * DAY);
  return upTo === undefined ? [] : [tell(EVERYONE, { type: 'expired', upTo })];
}

/** H9: when that will next be due, in Unix ms; undefined where all is kept. */
export function nextExpiry({ transcript, register }: Parts): number | undefined {
  const { keepDays } = register.keeping.settings;
  if (keepDays === undefined) return undefined;
  const { oldestAt } = transcript;
  return oldestAt === undefined ? undefined : oldestAt + keepDays * DAY;
}
