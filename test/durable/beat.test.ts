import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Beat } from '../../src/durable/beat.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

/** The ms, from now, at which something was told. */
function beatOf(listeners: number) {
  const start = Date.now();
  const told: number[] = [];
  const beat = new Beat(
    () => told.push(Date.now() - start),
    () => listeners,
  );
  return { beat, told };
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
  [1_000, 50],
  [5_000, 50],
])('before %i listeners a beat has %i ms', (listeners, ms) => {
  const { beat, told } = beatOf(listeners);
  beat.due();
  beat.due();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([0, ms]);
});

it('before a crowd the next round waits until the runtime has sent the last one, which its timers tell', () => {
  const { beat, told } = beatOf(2_000);
  beat.due();
  vi.setSystemTime(1_000_080);
  beat.due();
  beat.due();
  expect(told).toEqual([0]);
  vi.runOnlyPendingTimers();
  expect(told).toHaveLength(2);
});

it('before a crowd nothing waits longer than 250 ms, though no timer has been served', () => {
  const { beat, told } = beatOf(2_000);
  beat.due();
  vi.setSystemTime(1_000_250);
  beat.due();
  expect(told).toEqual([0, 250]);
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
    () => told.push(Date.now()) === 1 && beat.due(),
    () => 2_000,
  );
  beat.due();
  expect(vi.getTimerCount()).toBe(1);
  vi.runAllTimers();
  expect(told).toHaveLength(2);
});
