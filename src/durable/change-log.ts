import type { ChangeEvent } from '../protocol/server-message.ts';
import { mayRead, type Readers, type Viewer } from '../room/readers.ts';
import type { Sql } from './meter.ts';
import { type ChangeRow, fromChange, toChange, toReaders } from './rows.ts';

/** Edits, deletions and reactions, in the table `changes`: a part of the transcript. One row each. */
export class ChangeLog {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  add(event: ChangeEvent, of: Readers): void {
    const { seq, kind, target, by, at, text, emoji, is_on, readers } = fromChange(event, of);
    this.#sql.exec(
      `INSERT INTO changes (seq, kind, target, by, at, text, emoji, is_on, readers)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[seq, kind, target, by, at, text, emoji, is_on, readers],
    );
  }

  /** Oldest first. */
  *after(seq: number, viewer: Viewer): Iterable<ChangeEvent> {
    for (const row of this.#sql.exec<ChangeRow>('SELECT * FROM changes WHERE seq > ? ORDER BY seq', seq)) {
      if (mayRead(toReaders(row.readers), viewer)) yield toChange(row);
    }
  }

  /** What a deleted message was edited to. */
  dropTexts(target: number): void {
    this.#sql.exec("UPDATE changes SET text = NULL WHERE target = ? AND kind = 'edit'", target);
  }
}
