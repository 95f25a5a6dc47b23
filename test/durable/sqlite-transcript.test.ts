import { expect, it } from 'vitest';
import { SqliteTranscript } from '../../src/durable/sqlite-transcript.ts';
import { aRoom, within } from '../support/live-client.ts';
import { tablesOf } from '../support/live-storage.ts';
import { describeTranscript } from '../support/transcript-contract.ts';

describeTranscript('The one in SQLite', (check) =>
  within(aRoom(), (_, { storage }) => check(() => new SqliteTranscript(storage))),
);

it('opened twice, it takes no step of the schema twice', async () => {
  const room = aRoom();
  await within(room, (_, { storage }) => new SqliteTranscript(storage).begin('log') ?? null);
  const before = await tablesOf(room);
  await within(room, (_, { storage }) => new SqliteTranscript(storage).log);
  expect(await tablesOf(room)).toEqual(before);
  expect(before.schema_steps).not.toEqual([]);
});

it('opened, but never begun, it makes no table', async () => {
  const room = aRoom();
  await within(room, (_, { storage }) => [...new SqliteTranscript(storage).messagesBefore(9, null)].length);
  expect(await tablesOf(room)).toEqual({});
});

it('tells of a transaction that failed, and of no other', async () => {
  await within(aRoom(), (_, { storage }) => {
    let failed = 0;
    const transcript = new SqliteTranscript(storage, () => failed++);
    transcript.begin('log');
    transcript.transaction(() => {});
    expect(failed).toBe(0);
    expect(() =>
      transcript.transaction(() => {
        throw new Error('no disk');
      }),
    ).toThrow('no disk');
    expect(failed).toBe(1);
  });
});

/** The table that a deletion comes to last is taken away: what it did to the others is to be undone. */
it('a write that throws has moved nothing', async () => {
  const result = await within(aRoom(), (_, { storage }) => {
    const transcript = new SqliteTranscript(storage);
    transcript.begin('log');
    const message = { type: 'message' as const, id: 'a', at: 1, from: { id: 'ann', name: 'Ann' }, text: 'x' };
    transcript.append({ ...message, seq: 1 });
    storage.sql.exec('DROP TABLE reactions');
    const change = { type: 'delete' as const, seq: 2, target: 1, at: 2, by: 'ann' };
    expect(() => transcript.change(change, null)).toThrow();
    return {
      head: transcript.head,
      message: transcript.message(1),
      again: new SqliteTranscript(storage).head,
    };
  });
  expect(result).toMatchObject({ head: 1, again: 1, message: { text: 'x' } });
});
