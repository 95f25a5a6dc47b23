import type { Sql } from './meter.ts';
import { MESSAGE_TABLES, type MessageTable } from './rows.ts';

const upTo = (table: string, column: string) => `DELETE FROM ${table} WHERE ${column} <= ?1`;

/** H9: how what belongs to messages up to a seq goes from each table, in this order. */
export const DELETIONS = {
  // Its key begins with the member.
  private_readers: `
    DELETE FROM private_readers WHERE seq <= ?1 AND member IN (
      SELECT author FROM private_messages WHERE seq <= ?1
      UNION SELECT value FROM private_messages, json_each(recipients) WHERE seq <= ?1)`,
  messages: upTo('messages', 'seq'),
  private_messages: upTo('private_messages', 'seq'),
  changes: upTo('changes', 'target'),
  reactions: upTo('reactions', 'target'),
} as const;

/** The seq of the newest of those oldest messages that are from before `at`, Unix ms. Reads these, and one more of each table. */
export function lastBefore(sql: Sql, at: number): number | undefined {
  return Math.max(...MESSAGE_TABLES.map((table) => lastIn(sql, table, at))) || undefined;
}

function lastIn(sql: Sql, table: MessageTable, before: number): number {
  let last = 0;
  for (const { seq, at } of sql.exec<{ seq: number; at: number }>(
    `SELECT seq, at FROM ${table} ORDER BY seq`,
  )) {
    if (at >= before) break;
    last = seq;
  }
  return last;
}

/** Deletes messages up to `seq`, and what happened to them. Reads what it deletes, and all of `changes`. */
export function deleteUpTo(sql: Sql, seq: number): void {
  for (const deletion of Object.values(DELETIONS)) sql.exec(deletion, seq);
}

/** Unix ms. */
export function oldestAt(sql: Sql): number | undefined {
  const oldest = MESSAGE_TABLES.map(
    (table) => `SELECT at FROM (SELECT at FROM ${table} ORDER BY seq LIMIT 1)`,
  );
  const query = `SELECT min(at) AS at FROM (${oldest.join(' UNION ALL ')})`;
  return sql.exec<{ at: number | null }>(query).one().at ?? undefined;
}
