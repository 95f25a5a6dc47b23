import { expect, it, vi } from 'vitest';
import { Lanes } from '../../src/durable/lanes.ts';

const aTask = () => Promise.withResolvers<void>();

it('a task starts at once where none of its key is under way, and leaves nothing behind', () => {
  const lanes = new Lanes<string>();
  const done: string[] = [];
  expect(lanes.run('ann', () => void done.push('one'))).toBeUndefined();
  expect([done, lanes.lengthOf('ann')]).toEqual([['one'], 0]);
});

it('what waits makes those behind it wait, of its key alone, in their order', async () => {
  const lanes = new Lanes<string>();
  const done: string[] = [];
  const first = aTask();
  lanes.run('ann', () => first.promise);
  const last = [1, 2].map((at) => lanes.run('ann', () => void done.push(`ann ${at}`))).at(-1);
  lanes.run('bob', () => void done.push('bob'));
  expect([lanes.lengthOf('ann'), lanes.lengthOf('bob'), done]).toEqual([3, 0, ['bob']]);
  first.resolve();
  await last;
  expect(done).toEqual(['bob', 'ann 1', 'ann 2']);
});

it('is empty once all of a key are done, those that failed too', async () => {
  const lanes = new Lanes<string>();
  const [first, second] = [aTask(), aTask()];
  const results = [first, second].map(({ promise }) => lanes.run('ann', () => promise));
  first.reject(new Error('failed'));
  second.resolve();
  await expect(results[0]).rejects.toThrow('failed');
  await results[1];
  await lanes.run('ann', async () => {});
  await vi.waitFor(() => expect(lanes.lengthOf('ann')).toBe(0), { timeout: 10_000 });
  const done: string[] = [];
  lanes.run('ann', () => void done.push('at once'));
  expect(done).toEqual(['at once']);
});
