import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Beat } from '../../src/durable/beat.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

/** The ms, from now, at which something was told, and to how many; `turns` are left before all have heard it. */
function beatOf(listeners: number, turns = 0) {
  const start = Date.now();
  const told: number[] = [];
  const shares: number[] = [];
  const beat = new Beat(
    (most) => {
      told.push(Date.now() - start);
      shares.push(most);
      return told.length <= turns;
    },
    () => listeners,
  );
  return { beat, told, shares };
}

it('what comes after a quiet moment is told at once, without a timer', () => {
  const { beat, told } = beatOf(500);
  beat.due();
  expect([told, vi.getTimerCount()]).toEqual([[0], 0]);
  vi.advanceTimersByTime(50);
  beat.due();
  expect([told, vi.getTimerCount()]).toEqual([[0, 50], 0]);
});

it('what comes within a beat waits for its end, with all that comes meanwhile', () => {
  const { beat, told } = beatOf(500);
  for (let ms = 0; ms <= 60; ms += 10) {
    beat.due();
    vi.advanceTimersByTime(10);
  }
  expect(told).toEqual([0, 50]);
});

it.each([
  [1, 5],
  [50, 5],
  [200, 20],
  [500, 50],
  [501, 25],
  [1_000, 25],
  [5_000, 5],
])('before %i listeners there are %i ms from one telling to the next', (listeners, ms) => {
  const { beat, told } = beatOf(listeners);
  beat.due();
  beat.due();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([0, ms]);
});

it.each([
  [500, 500],
  [501, 251],
  [2_000, 500],
  [5_000, 500],
])('of %i listeners at most %i are told in one go', (listeners, most) => {
  const { beat, shares } = beatOf(listeners);
  beat.due();
  expect(shares).toEqual([most]);
});

it('a crowd is told by turns until all have heard, though nothing more comes', () => {
  const { beat, told } = beatOf(2_000, 3);
  beat.due();
  vi.runAllTimers();
  expect([told, vi.getTimerCount()]).toEqual([[0, 12, 24, 36], 0]);
});

it.each([51, 73, 500, 1_200])(
  'before %i listeners what comes in the same ms waits for the next telling',
  (listeners) => {
    vi.setSystemTime(1_800_000_000_001);
    const { beat, told } = beatOf(listeners);
    beat.due();
    beat.due();
    expect(told).toEqual([0]);
  },
);

it('before a crowd the next turn waits until the runtime has sent the last one, which its timers tell', () => {
  const { beat, told } = beatOf(2_000);
  beat.due();
  vi.setSystemTime(1_000_060);
  beat.due();
  beat.due();
  expect(told).toEqual([0]);
  vi.runOnlyPendingTimers();
  expect(told).toHaveLength(2);
});

it('before a crowd no round waits longer than 250 ms, though no timer has been served', () => {
  const { beat, told } = beatOf(2_000, 3);
  for (let ms = 0; ms <= 250; ms++) {
    vi.setSystemTime(1_000_000 + ms);
    beat.due();
  }
  expect(told).toEqual([0, 63, 126, 189]);
});

it('a crowd that has heard everything leaves no timer', () => {
  const { beat, told } = beatOf(2_000);
  beat.due();
  vi.advanceTimersByTime(50);
  expect([told, vi.getTimerCount()]).toEqual([[0], 0]);
});

it('what waits is told once its time has come, though the timer has not been served', () => {
  const { beat, told } = beatOf(1);
  beat.due();
  beat.due();
  vi.setSystemTime(1_000_005);
  beat.due();
  expect([told, vi.getTimerCount()]).toEqual([[0, 5], 0]);
});

it('no timer is left when all is told', () => {
  const { beat, told } = beatOf(1);
  beat.due();
  beat.due();
  beat.now();
  expect([told, vi.getTimerCount()]).toEqual([[0, 0], 0]);
});

it('a clock that is set back silences nobody', () => {
  const { beat, told } = beatOf(1);
  beat.due();
  vi.setSystemTime(500_000);
  beat.due();
  expect(told).toHaveLength(2);
});

it('what the telling itself brings up waits for one timer, not for two', () => {
  const told: number[] = [];
  const beat: Beat = new Beat(
    () => {
      if (told.push(Date.now()) === 1) beat.due();
      return false;
    },
    () => 2_000,
  );
  beat.due();
  expect(vi.getTimerCount()).toBe(1);
  vi.runAllTimers();
  expect(told).toHaveLength(2);
});
