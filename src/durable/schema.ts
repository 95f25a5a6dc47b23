import type { Sql, Tables } from './meter.ts';

/** Whether anything was ever stored here. Reads one row, writes none. */
export function hasSchema(sql: Sql): boolean {
  return (
    sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_steps'").toArray().length >
    0
  );
}

/** Takes those of an object's steps that it has not taken yet, each wholly or not at all. */
export function migrate(storage: Tables, steps: readonly string[]): void {
  storage.transactionSync(() => {
    const { sql } = storage;
    sql.exec(
      'CREATE TABLE IF NOT EXISTS schema_steps (step INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT',
    );
    const taken = sql
      .exec<{ taken: number }>('SELECT coalesce(max(step), 0) AS taken FROM schema_steps')
      .one().taken;
    if (taken > steps.length) {
      throw new Error(
        `This object has taken ${taken} steps, this version knows ${steps.length}: deploy a newer one.`,
      );
    }
    steps.slice(taken).forEach((step, index) => {
      sql.exec(step);
      sql.exec('INSERT INTO schema_steps (step, at) VALUES (?, ?)', taken + index + 1, Date.now());
    });
  });
}
