import { expect, it } from 'vitest';
import { gridStep } from '../../../src/web/parts/grid-step.ts';

/** Cells 0 to 4, and below them 5 to 8, in rows of three. */
const step = (key: string, from: number) => gridStep(key, [5, 4], 3, from);

it.each([
  ['ArrowRight', 4, 5],
  ['ArrowLeft', 5, 4],
  ['ArrowDown', 0, 3],
  ['ArrowDown', 2, 4],
  ['ArrowDown', 4, 6],
  ['ArrowDown', 7, 8],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 6, 4],
  ['ArrowUp', 7, 4],
  ['ArrowUp', 8, 5],
  ['Home', 7, 0],
  ['End', 1, 8],
])('%s leads from %i to %i', (key, from, to) => {
  expect(step(key, from)).toBe(to);
});

it.each([
  ['ArrowUp', 1],
  ['ArrowLeft', 0],
  ['ArrowRight', 8],
  ['ArrowDown', 8],
  ['a', 1],
])('%s leads nowhere from %i', (key, from) => {
  expect(step(key, from)).toBeUndefined();
});
