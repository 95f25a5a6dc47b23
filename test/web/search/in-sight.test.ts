import { expect, test } from 'vitest';
import { lastInSight } from '../../../src/web/search/in-sight.ts';

/** Messages one below the other, and a view of them from 0 to 100. */
const inSight = (top: number, ...heights: readonly number[]) => {
  let at = top;
  const boxes = heights.map((height) => {
    const box = { top: at, bottom: at + height };
    at = box.bottom;
    return box;
  });
  return lastInSight(boxes, { top: 0, bottom: 100 });
};

test.each([
  ['the last that stands in sight whole', inSight(-50, 80, 30, 30, 50), 2],
  ['the last of all, at the end', inSight(0, 50, 50), 1],
  ['the one that fills the screen, rather than what is above it', inSight(-300, 200, 400, 50), 1],
  ['of two that are in sight in part, the one that has the middle', inSight(-100, 130, 300), 1],
  ['of two that are in sight in part, the one that has the middle', inSight(-100, 180, 300), 0],
  ['none, where there is none', inSight(0), -1],
  ['none, where all are further up', inSight(-300, 200), -1],
])('one has come to %s', (_, index, expected) => {
  expect(index).toBe(expected);
});
