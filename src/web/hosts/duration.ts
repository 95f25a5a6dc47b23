import { limits } from '../../protocol/limits.ts';

const UNITS = { minutes: 1, hours: 60, days: 1_440 } as const;

export type DurationUnit = keyof typeof UNITS | 'ever';

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

export const FOR_GOOD: Duration = { amount: 1, unit: 'ever' };

/** H3: minutes as the room takes them, at least one and a year at most; undefined: for good. */
export function minutesOf({ amount, unit }: Duration): number | undefined {
  if (unit === 'ever') return undefined;
  return Math.min(limits.minutesMost, Math.max(1, Math.round(amount * UNITS[unit]) || 1));
}
