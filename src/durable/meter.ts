import type { Usage } from '../protocol/listing.ts';

export type Sql = Pick<SqlStorage, 'exec'>;

/** As much of an object's storage as its tables need. */
export interface Tables extends Pick<DurableObjectStorage, 'transactionSync'> {
  readonly sql: Sql;
}

type Cursor = Pick<SqlStorageCursor<Record<string, SqlStorageValue>>, 'rowsRead' | 'rowsWritten'>;

/** A frame that comes in, of a request. */
export const MESSAGE = 1 / 20;

/** Cursors that are kept until they are counted: whoever runs more statements in one turn is done with the first. */
const OPEN = 256;

/** Counts what an object uses, in memory alone. The rows of a cursor are known when it was read, so they are added up later. */
export class Meter {
  /** The storage, its statements counted. */
  readonly tables: Tables;
  readonly #cursors: Cursor[] = [];
  #rowsRead = 0;
  #rowsWritten = 0;
  #requests = 0;

  constructor(storage: DurableObjectStorage) {
    const { sql } = storage;
    const exec = (query: string, ...bindings: unknown[]) => {
      const cursor = sql.exec(query, ...bindings);
      if (this.#cursors.push(cursor) === OPEN) this.#count(this.#cursors.splice(0, OPEN / 2));
      return cursor;
    };
    this.tables = {
      sql: { exec: exec as SqlStorage['exec'] },
      transactionSync: (write) => storage.transactionSync(write),
    };
  }

  /** An upgrade, a call or an alarm. */
  request(): void {
    this.#requests += 1;
  }

  /** A frame. */
  message(): void {
    this.#requests += MESSAGE;
  }

  /** Counts the statements so far, none of which is being read any more. */
  settle(): void {
    if (this.#cursors.length > 0) this.#count(this.#cursors.splice(0));
  }

  /** All since this was last asked. */
  take(): Usage {
    this.settle();
    const taken = { rowsRead: this.#rowsRead, rowsWritten: this.#rowsWritten, requests: this.#requests };
    this.#rowsRead = this.#rowsWritten = this.#requests = 0;
    return taken;
  }

  /** What was taken, and could not be handed on. */
  giveBack({ rowsRead, rowsWritten, requests }: Usage): void {
    this.#rowsRead += rowsRead;
    this.#rowsWritten += rowsWritten;
    this.#requests += requests;
  }

  #count(cursors: readonly Cursor[]): void {
    for (const { rowsRead, rowsWritten } of cursors) {
      this.#rowsRead += rowsRead;
      this.#rowsWritten += rowsWritten;
    }
  }
}
