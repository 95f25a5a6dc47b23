import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { missing, OnDemand } from '../../../src/web/parts/on-demand.ts';

let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
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

it('what could not be loaded is tried again when it is asked for again, and not by itself', async () => {
  const { load, part } = partThatFails(2);
  expect(await part.need()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(load).toHaveBeenCalledOnce();
  expect(await part.need()).toBe('part');
});

it('what is to be seen is tried again by itself, less and less often, until it is there', async () => {
  const { load, part } = partThatFails(4);
  void part.insist();
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

it('it is tried about once a minute at last, however often it has failed and been asked for', async () => {
  const { load, part } = partThatFails(100);
  for (let key = 0; key < 30; key++) void part.insist();
  await vi.advanceTimersByTimeAsync(3_600_000);
  load.mockClear();
  await vi.advanceTimersByTimeAsync(640_000);
  expect(load).toHaveBeenCalledTimes(10);
  await vi.advanceTimersByTimeAsync(7_200_000);
  expect(part.part.value).toBe('part');
});

it.each(['online', 'visibilitychange'])('at %s it is tried at once, and once', async (event) => {
  const { load, part } = partThatFails(3);
  void part.insist();
  await vi.advanceTimersByTimeAsync(0);
  page.dispatchEvent(new Event(event));
  page.dispatchEvent(new Event(event));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(load).toHaveBeenCalledTimes(2);
});

it('who asks for it while it is being loaded waits for the same', async () => {
  const { load, part } = partThatFails(1);
  expect(await Promise.all([part.need(), part.need()])).toEqual(['part', 'part']);
  expect(load).toHaveBeenCalledOnce();
});

it('that the page should be loaded anew is said after four tries, until that part is there, whatever comes meanwhile', async () => {
  void partThatFails(5).part.insist();
  await vi.advanceTimersByTimeAsync(6_999);
  expect(missing.value).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(missing.value).toBe(1);
  await partThatFails(1).part.need();
  void partThatFails(2).part.insist();
  await vi.advanceTimersByTimeAsync(7_999);
  expect(missing.value).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(missing.value).toBe(0);
});
