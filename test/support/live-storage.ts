import { runInDurableObject } from 'cloudflare:test';
import { type DurableObject, env } from 'cloudflare:workers';
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
  await within(room, (_, { storage: { sql } }) => void sql.exec(fillerRows('messages', 'NULL'), count));
  await hibernate(room);
}

/** The same with private messages, between two who are not here. */
export async function fillPrivately(room: string, count: number): Promise<void> {
  await within(room, (_, { storage: { sql } }) => {
    sql.exec(fillerRows('private_messages', `'["other"]'`), count);
    for (const member of ['filler', 'other']) {
      sql.exec('INSERT OR IGNORE INTO private_readers SELECT ?, seq FROM private_messages', member);
    }
  });
  await hibernate(room);
}

const fillerRows = (table: string, recipients: string) => `
  WITH RECURSIVE
    numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?),
    seqs(seq) AS (SELECT max(seq) FROM messages UNION SELECT max(seq) FROM private_messages UNION SELECT max(seq) FROM changes)
  INSERT INTO ${table} (seq, id, at, author, name, text, recipients)
  SELECT (SELECT coalesce(max(seq), 0) FROM seqs) + n, 'filler-' || n, 0, 'filler', 'Filler', 'x', ${recipients} FROM numbers`;

type Cursor = SqlStorageCursor<Record<string, SqlStorageValue>>;

/** Rows that an object is billed for, from now on: what the cursors of its own statements say they have written. */
export class RowCount {
  readonly #stub: DurableObjectStub<DurableObject>;

  private constructor(stub: DurableObjectStub<DurableObject>) {
    this.#stub = stub;
  }

  static of(room: string): Promise<RowCount> {
    return RowCount.at(env.ROOMS.getByName(room));
  }

  /** Looks over the shoulder of an object's `sql.exec`, until the object is gone. */
  static async at(stub: DurableObjectStub<DurableObject>): Promise<RowCount> {
    await runInDurableObject(stub, (object, { storage: { sql } }) => {
      const cursors: Cursor[] = [];
      const exec = sql.exec.bind(sql);
      sql.exec = ((query: string, ...bindings: unknown[]) => {
        const cursor = exec(query, ...bindings);
        cursors.push(cursor);
        return cursor;
      }) as typeof sql.exec;
      Object.assign(object, { cursors });
    });
    return new RowCount(stub);
  }

  /** Rows written since the last time that this, or `read`, was asked. */
  async written(): Promise<number> {
    return (await this.take()).written;
  }

  /** Rows read since the last time that this, or `written`, was asked. */
  async read(): Promise<number> {
    return (await this.take()).read;
  }

  /** Both since the last time that any was asked. */
  take(): Promise<{ written: number; read: number }> {
    return runInDurableObject(this.#stub, (object) => {
      const { cursors } = object as unknown as { cursors: Cursor[] };
      const taken = cursors.splice(0);
      return {
        written: taken.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0),
        read: taken.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
      };
    });
  }
}
