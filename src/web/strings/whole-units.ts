const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A number of seconds in the largest unit of which there is a whole number: 100 are seconds, 7,200 two hours. */
export function inWholeUnits(seconds: number): readonly [n: number, unit: 'second' | 'minute' | 'hour'] {
  if (seconds % HOUR === 0) return [seconds / HOUR, 'hour'];
  return seconds % MINUTE === 0 ? [seconds / MINUTE, 'minute'] : [seconds, 'second'];
}
