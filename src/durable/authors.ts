import type { MemberId } from '../protocol/server-message.ts';
import type { Sql } from './meter.ts';
import { MESSAGE_TABLES, type MessageTable } from './rows.ts';

/** H3: what somebody was last called who has written. There is no index of authors: it reads all messages at worst. */
export function lastNameOf(sql: Sql, author: MemberId): string | undefined {
  const [one, other] = MESSAGE_TABLES.flatMap((table) => {
    const query = `SELECT seq, name FROM ${table} WHERE author = ? ORDER BY seq DESC LIMIT 1`;
    return sql.exec<{ seq: number; name: string }>(query, author).toArray();
  });
  return one && other && other.seq > one.seq ? other.name : one?.name;
}

/** H4: Unix ms at which somebody last sent, if after `since`. Reads what came since, and no more. */
export function lastSentAt(sql: Sql, author: MemberId, since: number): number | undefined {
  const times = MESSAGE_TABLES.flatMap((table) => lastIn(sql, table, author, since) ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

function lastIn(sql: Sql, table: MessageTable, author: MemberId, since: number): number | undefined {
  const rows = sql.exec<{ at: number; author: string }>(`SELECT at, author FROM ${table} ORDER BY seq DESC`);
  for (const row of rows) {
    if (row.at <= since) return undefined;
    if (row.author === author) return row.at;
  }
  return undefined;
}
