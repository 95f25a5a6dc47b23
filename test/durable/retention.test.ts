import { expect, it } from 'vitest';
import { TABLES_BY_MESSAGE } from '../../src/durable/retention.ts';
import { SqliteTranscript } from '../../src/durable/sqlite-transcript.ts';
import { aRoom, within } from '../support/live-client.ts';

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
  const emptied = TABLES_BY_MESSAGE.map(([table]) => table);
  expect(named.sort()).toEqual([...emptied, 'moderation'].sort());
});
