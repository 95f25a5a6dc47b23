import { expect, it } from 'vitest';
import { Stride } from '../../../src/web/room/stride.ts';

const QUICK = 16;
const SLOW = 60;

/** What is brought in each of so many frames, that many ms apart. */
function steps(stride: Stride, frames: number, apart: number, from = 0): number[] {
  return Array.from({ length: frames }, (_, index) => stride.next(from + index * apart));
}

it('begins with few rows, and brings more while frames are quick', () => {
  expect(steps(new Stride(), 8, QUICK)).toEqual([2, 3, 4, 5, 6, 7, 8, 8]);
});

it('brings half as many after a frame that took long, and always one', () => {
  const stride = new Stride();
  steps(stride, 8, QUICK);
  expect(steps(stride, 5, SLOW, 7 * QUICK + SLOW)).toEqual([4, 2, 1, 1, 1]);
});

it('learns nothing from a pause', () => {
  const stride = new Stride();
  steps(stride, 3, QUICK);
  expect(stride.next(10_000)).toBe(4);
});
