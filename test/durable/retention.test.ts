import { expect, it } from 'vitest';
import { DELETIONS } from '../../src/durable/retention.ts';
import { MESSAGE_TABLES } from '../../src/durable/rows.ts';
import { SqliteTranscript } from '../../src/durable/sqlite-transcript.ts';
import { aRoom, joinRoom, within } from '../support/live-client.ts';
import { fill, fillPrivately, RowCount } from '../support/live-storage.ts';

it('[H9] what has expired goes from every table with a seq or a target, but for the log of hosts', async () => {
  const named = await within(aRoom(), (_, { storage }) => {
    new SqliteTranscript(storage).begin('log');
    const tables = storage.sql.exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    );
    const columns = (table: string) =>
      [...storage.sql.exec<{ name: string }>(`PRAGMA table_info(${table})`)].map(({ name }) => name);
    return [...tables]
      .map(({ name }) => name)
      .filter((table) => ['seq', 'target'].some((name) => columns(table).includes(name)));
  });
  expect(named.sort()).toEqual([...Object.keys(DELETIONS), 'moderation'].sort());
});

it('[H9] what has expired is read, and not what stays', async () => {
  const room = aRoom();
  await joinRoom(room);
  await fillPrivately(room, 500);
  await fill(room, 500);
  await within(room, (_, { storage: { sql } }) => {
    for (const table of MESSAGE_TABLES) sql.exec(`UPDATE ${table} SET at = 1000 WHERE seq > 10`);
  });
  const rows = await RowCount.of(room);
  const upTo = await within(room, (_, { storage }) => new SqliteTranscript(storage).expire(1_000));
  expect(upTo).toBe(10);
  expect(await rows.read()).toBeLessThan(200);
});
