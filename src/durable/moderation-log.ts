import type { DeleteEvent, LogEntry, Member, ModerationEvent } from '../protocol/server-message.ts';
import { mayRead, type Readers, type Viewer } from '../room/readers.ts';
import type { Note } from '../room/transcript.ts';
import type { Sql } from './meter.ts';
import { fromList, type ModerationRow, toLogEntry, toModeration, toReaders } from './rows.ts';

const NOTHING = {
  ...{ member: null, name: null, until: null, role: null, settings: null },
  ...{ reason: null, target: null, erased: null, readers: null },
};

/** What hosts did, in the table `moderation`: a part of the transcript, and the log that hosts read. One row each. */
export class ModerationLog {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  add(event: ModerationEvent, by: Member, readers: Readers, { reason, erased }: Note = {}): void {
    const { seq, at, action, member, until, role, settings } = event;
    this.#insert({
      ...NOTHING,
      ...{ seq, at, by: by.id, by_name: by.name, action, readers: fromList(readers) },
      ...(member && { member: member.id, name: member.name }),
      ...{ until: until ?? null, role: role ?? null, erased: erased ?? null, reason: reason || null },
      settings: settings ? JSON.stringify(settings) : null,
    });
  }

  /** H8: its event stands among the changes. */
  addDeletion({ seq, at, target }: DeleteEvent, by: Member, of: Member): void {
    const deletion = { action: 'delete', member: of.id, name: of.name, target } as const;
    this.#insert({ ...NOTHING, ...deletion, seq, at, by: by.id, by_name: by.name });
  }

  /** Newest first. */
  *before(seq: number): Iterable<LogEntry> {
    const query = 'SELECT * FROM moderation WHERE seq < ? ORDER BY seq DESC';
    for (const row of this.#sql.exec<ModerationRow>(query, seq)) yield toLogEntry(row);
  }

  /** Oldest first. */
  *after(seq: number, viewer: Viewer): Iterable<ModerationEvent> {
    const query = 'SELECT * FROM moderation WHERE seq > ? ORDER BY seq';
    for (const row of this.#sql.exec<ModerationRow>(query, seq)) {
      const event = toModeration(row);
      if (event && mayRead(toReaders(row.readers), viewer)) yield event;
    }
  }

  #insert(row: ModerationRow): void {
    const { seq, at, by, by_name, action, member, name, until, role } = row;
    const { settings, reason, target, erased, readers } = row;
    this.#sql.exec(
      `INSERT INTO moderation
         (seq, at, by, by_name, action, member, name, until, role, settings, reason, target, erased, readers)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[seq, at, by, by_name, action, member, name, until, role],
      ...[settings, reason, target, erased, readers],
    );
  }
}
