import { afterEach, expect, it, vi } from 'vitest';
import { hold } from '../../../src/web/parts/hold.ts';

afterEach(() => vi.restoreAllMocks());

/** A browser's locks, of which each can be had at once. */
function freeLocks() {
  const held = new Set<string>();
  const request = async (name: string, _: LockOptions, run: () => Promise<void>) => {
    held.add(name);
    await run();
    held.delete(name);
  };
  return { held, locks: { request } as unknown as LockManager };
}

it('a lock is held until it is released, in a browser without `Promise.withResolvers` too', async () => {
  vi.spyOn(Promise, 'withResolvers').mockImplementation(() => {
    throw new TypeError('Promise.withResolvers is not a function');
  });
  const { held, locks } = freeLocks();
  const lock = hold(locks, 'tab', 'exclusive');
  expect([lock.isHeld(), held.has('tab')]).toEqual([true, true]);
  lock.release();
  await vi.waitFor(() => expect(held.has('tab')).toBe(false));
});
