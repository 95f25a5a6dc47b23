import { afterEach, expect, it, vi } from 'vitest';
import { aRoom, connect, joinRoom, within } from '../support/live-client.ts';
import { tablesOf } from '../support/live-storage.ts';

afterEach(() => vi.restoreAllMocks());

/** Lets the storage refuse statements like `pattern`; what is returned lets it work again. */
async function breakStorage(room: string, pattern: RegExp): Promise<() => Promise<void>> {
  vi.spyOn(console, 'error').mockReturnValue();
  await within(room, (_, { storage: { sql } }) => {
    const exec = sql.exec.bind(sql);
    sql.exec = ((query: string, ...bindings: unknown[]) => {
      if (pattern.test(query)) throw new Error('disk I/O error in secret-file.ts:42');
      return exec(query, ...bindings);
    }) as typeof sql.exec;
  });
  return () => within(room, (_, { storage: { sql } }) => void Reflect.deleteProperty(sql, 'exec'));
}

it('[S2] what could not be stored is told to nobody, and the same id may be sent again', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  const mend = await breakStorage(room, /INSERT INTO messages/);
  ann.sends('hello', { id: 'mine' });
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'internal', id: 'mine' });
  await mend();
  expect(await ann.posts('hello', { id: 'mine' })).toMatchObject({ seq: 1 });
  await bob.hasHeardAll();
  expect(bob.heard('message')).toHaveLength(1);
});

it('[A5] an error tells nothing of the inside', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await breakStorage(room, /INSERT INTO messages/);
  ann.sends('hello');
  const { message } = await ann.hears({ type: 'error' });
  expect(message).not.toMatch(/disk|secret-file|\bat .*:\d+/);
});

it('[S7] a deletion that failed half way has deleted nothing', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('hello');
  const before = await tablesOf(room);
  const mend = await breakStorage(room, /DELETE FROM reactions/);
  ann.says({ type: 'delete', id: 'd', target: 1 });
  await ann.hears({ type: 'error', code: 'internal', id: 'd' });
  await mend();
  expect(await tablesOf(room)).toEqual(before);
  ann.says({ type: 'delete', target: 1 });
  expect(await ann.hears({ type: 'delete' })).toMatchObject({ seq: 2 });
});

it('[J1] a join that failed is none, and may be tried again', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('hello');
  vi.spyOn(console, 'error').mockReturnValue();
  const sign = vi.spyOn(crypto.subtle, 'sign').mockRejectedValue(new Error('no key'));
  const bob = await connect(room);
  bob.says({ type: 'join', id: 'j' });
  expect(await bob.hears({ type: 'error' })).toMatchObject({ code: 'internal', id: 'j' });
  sign.mockRestore();
  expect((await bob.joins()).count).toBe(2);
});
