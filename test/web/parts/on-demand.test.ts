import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { needsReload, OnDemand } from '../../../src/web/parts/on-demand.ts';

let chances: Map<string, () => void>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  chances = new Map();
  vi.stubGlobal('addEventListener', (event: string, listener: () => void) => chances.set(event, listener));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A part that comes only when it is asked for the `last` time. */
function partThatFails(last: number) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length < last) throw new Error('No network.');
    return 'part';
  });
  return { load, part: new OnDemand(load) };
}

it('what could not be loaded is tried again, less and less often, until it is there', async () => {
  const { load, part } = partThatFails(4);
  expect(await part.need()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(999);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(4_001);
  expect(part.part.value).toBe('part');
  await vi.advanceTimersByTimeAsync(100_000);
  expect(load).toHaveBeenCalledTimes(4);
});

it.each(['online', 'visibilitychange'])('at %s it is tried at once', async (event) => {
  const { part } = partThatFails(2);
  await part.need();
  chances.get(event)?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(part.part.value).toBe('part');
});

it('who asks for it while it is being loaded waits for the same', async () => {
  const { load, part } = partThatFails(1);
  expect(await Promise.all([part.need(), part.need()])).toEqual(['part', 'part']);
  expect(load).toHaveBeenCalledOnce();
});

it('that the page should be loaded anew is said after four tries, until something comes', async () => {
  const { part } = partThatFails(5);
  await part.need();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(needsReload.value).toBe(false);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(needsReload.value).toBe(true);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(needsReload.value).toBe(false);
});
