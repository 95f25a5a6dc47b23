import type { Sql } from './meter.ts';
import { MESSAGE_TABLES } from './rows.ts';

/** H9: what is deleted with a message, and the column that holds the message's seq. */
export const TABLES_BY_MESSAGE = [
  ['messages', 'seq'],
  ['private_messages', 'seq'],
  ['private_readers', 'seq'],
  ['changes', 'target'],
  ['reactions', 'target'],
] as const;

/** The newest seq of a message from before `at`, Unix ms. Reads all messages at worst. */
export function newestBefore(sql: Sql, at: number): number | undefined {
  const newest = MESSAGE_TABLES.map((table) => `coalesce((SELECT max(seq) FROM ${table} WHERE at < ?1), 0)`);
  return sql.exec<{ seq: number }>(`SELECT max(${newest.join()}) AS seq`, at).one().seq || undefined;
}

/** Deletes messages up to `seq`, and what happened to them. */
export function deleteUpTo(sql: Sql, seq: number): void {
  for (const [table, column] of TABLES_BY_MESSAGE) sql.exec(`DELETE FROM ${table} WHERE ${column} <= ?`, seq);
}

/** Unix ms. */
export function oldestAt(sql: Sql): number | undefined {
  const oldest = MESSAGE_TABLES.map(
    (table) => `SELECT at FROM (SELECT at FROM ${table} ORDER BY seq LIMIT 1)`,
  );
  const query = `SELECT min(at) AS at FROM (${oldest.join(' UNION ALL ')})`;
  return sql.exec<{ at: number | null }>(query).one().at ?? undefined;
}
