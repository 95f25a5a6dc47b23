import { hibernate, within } from './live-client.ts';

/** What a room's tables hold. */
export type Tables = Record<string, Record<string, SqlStorageValue>[]>;

/** Every table of a room with all its rows. None: nothing was ever stored. */
export function tablesOf(room: string): Promise<Tables> {
  return within(room, (_, { storage: { sql } }) => {
    const named =
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'";
    const names = sql.exec<{ name: string }>(named).toArray();
    return Object.fromEntries(names.map(({ name }) => [name, sql.exec(`SELECT * FROM "${name}"`).toArray()]));
  });
}

/** Writes `count` messages of somebody else behind the room's back, and lets it forget what it knew. */
export async function fill(room: string, count: number): Promise<void> {
  await within(room, (_, { storage: { sql } }) => {
    sql.exec(
      `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
       INSERT INTO messages (seq, id, at, author, name, text)
       SELECT (SELECT coalesce(max(seq), 0) FROM messages) + n, 'filler-' || n, 0, 'filler', 'Filler', 'x' FROM numbers`,
      count,
    );
  });
  await hibernate(room);
}

/** Rows that a room is billed for, from now on: what the cursors of its own statements say they have written. */
export class RowCount {
  readonly #room: string;

  private constructor(room: string) {
    this.#room = room;
  }

  /** Looks over the shoulder of the room's `sql.exec`, until the object is gone. */
  static async of(room: string): Promise<RowCount> {
    await within(room, (object, { storage: { sql } }) => {
      const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
      const exec = sql.exec.bind(sql);
      sql.exec = ((query: string, ...bindings: unknown[]) => {
        const cursor = exec(query, ...bindings);
        cursors.push(cursor);
        return cursor;
      }) as typeof sql.exec;
      Object.assign(object, { cursors });
    });
    return new RowCount(room);
  }

  /** Rows written since the last time this was asked. */
  written(): Promise<number> {
    return within(this.#room, (object) => {
      const { cursors } = object as unknown as { cursors: { rowsWritten: number }[] };
      return cursors.splice(0).reduce((sum, { rowsWritten }) => sum + rowsWritten, 0);
    });
  }
}
