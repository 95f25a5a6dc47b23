import type { DayUsage } from '../../protocol/listing.ts';
import { DAY } from '../../protocol/time.ts';

/** The last thirty days, today among them, ascending, as YYYY-MM-DD in UTC, each with what was used; nothing on most. */
export function thirtyDays(days: readonly DayUsage[], now: number): readonly DayUsage[] {
  const known = new Map(days.map((day) => [day.day, day]));
  return Array.from({ length: 30 }, (_, at) => {
    const day = new Date(now - (29 - at) * DAY).toISOString().slice(0, 10);
    return known.get(day) ?? { day, rowsRead: 0, rowsWritten: 0, requests: 0 };
  });
}
