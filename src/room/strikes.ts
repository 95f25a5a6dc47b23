import { limits } from '../protocol/limits.ts';

/** The times of `earlier` strikes that still count at `now`, and this one. All in Unix ms. */
export function strike(earlier: readonly number[], now: number): readonly number[] {
  return [...earlier.filter((at) => at > now - limits.strikeWindow), now];
}
