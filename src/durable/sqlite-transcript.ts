import { limits } from '../protocol/limits.ts';
import { type Reactions, reactionCount, withReactors } from '../protocol/reactions.ts';
import type { ChangeEvent, MemberId, Message, ReactionEvent } from '../protocol/server-message.ts';
import { type Readers, readersOf } from '../room/readers.ts';
import type { Entry, Transcript } from '../room/transcript.ts';
import { merge } from './merge.ts';
import {
  type ChangeRow,
  fromChange,
  fromList,
  type MessageRow,
  toChange,
  toList,
  toMessage,
} from './rows.ts';
import { hasSchema, migrate } from './schema.ts';

/**
 * The transcript in the object's SQLite. Rows written: 1 a message; 3 an edit, a reaction, or a deletion of a message
 * without either. A room that was only looked at has no tables (R5).
 */
export class SqliteTranscript implements Transcript {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  #log: string | null = null;
  #head = 0;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    if (!hasSchema(storage.sql)) return;
    migrate(storage);
    this.#log = this.#sql.exec<{ log: string }>('SELECT log FROM room').one().log;
    this.#head = this.#newestSeq();
  }

  get log(): string | null {
    return this.#log;
  }

  get head(): number {
    return this.#head;
  }

  begin(log: string): void {
    this.#storage.transactionSync(() => {
      migrate(this.#storage);
      this.#sql.exec('INSERT INTO room (only, log) VALUES (1, ?)', log);
    });
    this.#log = log;
  }

  append({ seq, id, at, from, text, replyTo, to }: Message): void {
    this.#sql.exec(
      `INSERT INTO messages (seq, id, at, author, name, text, reply_to, recipients)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[seq, id, at, from.id, from.name, text ?? null, replyTo ?? null, fromList(to)],
    );
    this.#head = seq;
  }

  change(event: ChangeEvent, readers: Readers): void {
    this.#storage.transactionSync(() => {
      this.#record(fromChange(event, readers));
      this.#carryOut(event);
    });
    this.#head = event.seq;
  }

  message(seq: number): Message | undefined {
    if (this.#head === 0) return undefined;
    const [row] = this.#sql.exec<MessageRow>('SELECT * FROM messages WHERE seq = ?', seq);
    return row && toMessage(row);
  }

  messagesBefore(seq: number): Iterable<Message> {
    return this.#messages('SELECT * FROM messages WHERE seq < ? ORDER BY seq DESC', seq);
  }

  messagesAfter(seq: number): Iterable<Message> {
    return this.#messages('SELECT * FROM messages WHERE seq > ? ORDER BY seq', seq);
  }

  eventsAfter(seq: number): Iterable<Entry> {
    return merge(this.#messageEntries(seq), this.#changeEntries(seq), ({ event }) => event.seq);
  }

  hasReaction(target: number, emoji: string, member: MemberId): boolean {
    const query = 'SELECT 1 FROM reactions WHERE target = ? AND emoji = ? AND member = ?';
    return this.#sql.exec(query, target, emoji, member).toArray().length > 0;
  }

  sentBy(author: MemberId, floor: number, ceiling: number): Iterable<Pick<Message, 'id' | 'seq'>> {
    if (this.#head === 0) return [];
    return this.#sql.exec<{ id: string; seq: number }>(
      'SELECT id, seq FROM messages WHERE seq > ? AND seq <= ? AND author = ? ORDER BY seq DESC',
      ...[floor, ceiling, author],
    );
  }

  *#messages(query: string, seq: number): Iterable<Message> {
    if (this.#head === 0) return;
    for (const row of this.#sql.exec<MessageRow>(query, seq)) yield toMessage(row);
  }

  *#messageEntries(seq: number): Iterable<Entry> {
    for (const message of this.messagesAfter(seq)) {
      yield { event: withoutReactions(message), readers: readersOf(message) };
    }
  }

  *#changeEntries(seq: number): Iterable<Entry> {
    if (this.#head === 0) return;
    for (const row of this.#sql.exec<ChangeRow>('SELECT * FROM changes WHERE seq > ? ORDER BY seq', seq)) {
      yield { event: toChange(row), readers: row.readers === null ? null : toList(row.readers) };
    }
  }

  #newestSeq(): number {
    const query =
      'SELECT max(coalesce((SELECT max(seq) FROM messages), 0), coalesce((SELECT max(seq) FROM changes), 0))';
    return this.#sql.exec<{ head: number }>(`${query} AS head`).one().head;
  }

  #record(row: ChangeRow): void {
    const { seq, kind, target, by, at, text, emoji, is_on, readers } = row;
    this.#sql.exec(
      `INSERT INTO changes (seq, kind, target, by, at, text, emoji, is_on, readers)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[seq, kind, target, by, at, text, emoji, is_on, readers],
    );
  }

  #carryOut(event: ChangeEvent): void {
    switch (event.type) {
      case 'edit':
        this.#sql.exec(
          'UPDATE messages SET text = ?, edited = ? WHERE seq = ?',
          ...[event.text, event.at, event.target],
        );
        return;
      case 'delete':
        this.#sql.exec('UPDATE messages SET text = NULL, reactions = NULL WHERE seq = ?', event.target);
        this.#sql.exec("UPDATE changes SET text = NULL WHERE target = ? AND kind = 'edit'", event.target);
        this.#sql.exec('DELETE FROM reactions WHERE target = ?', event.target);
        return;
      case 'reaction':
        this.#setReaction(event);
        return;
    }
  }

  #setReaction({ target, emoji, by, on }: ReactionEvent): void {
    const statement = on
      ? 'INSERT INTO reactions (target, emoji, member) VALUES (?, ?, ?)'
      : 'DELETE FROM reactions WHERE target = ? AND emoji = ? AND member = ?';
    this.#sql.exec(statement, target, emoji, by);
    const current: Reactions = this.message(target) ?? {};
    const count = reactionCount(current, emoji) + (on ? 1 : -1);
    const after = withReactors(current, emoji, this.#reactors(target, emoji), count);
    this.#sql.exec('UPDATE messages SET reactions = ? WHERE seq = ?', fromReactions(after), target);
  }

  #reactors(target: number, emoji: string): readonly MemberId[] {
    const query = 'SELECT member FROM reactions WHERE target = ? AND emoji = ? LIMIT ?';
    const rows = this.#sql.exec<{ member: string }>(query, target, emoji, limits.reactorsListed);
    return rows.toArray().map(({ member }) => member);
  }
}

function withoutReactions({ reactions: _, reactionCounts: __, ...message }: Message): Message {
  return message;
}

function fromReactions(reactions: Reactions): string | null {
  return Object.keys(reactions).length > 0 ? JSON.stringify(reactions) : null;
}
