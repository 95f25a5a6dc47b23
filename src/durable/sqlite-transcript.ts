import type { Reactions } from '../protocol/reactions.ts';
import type {
  ChangeEvent,
  DeleteEvent,
  DurableEvent,
  LogEntry,
  Member,
  MemberId,
  Message,
  ModerationEvent,
  ReactionEvent,
} from '../protocol/server-message.ts';
import { type Readers, readersOf, type Viewer } from '../room/readers.ts';
import type { Erased, Note, Transcript } from '../room/transcript.ts';
import { lastNameOf, lastSentAt } from './authors.ts';
import { ChangeLog } from './change-log.ts';
import { merge } from './merge.ts';
import type { Sql, Tables } from './meter.ts';
import { ModerationLog } from './moderation-log.ts';
import { ReactionTable } from './reaction-table.ts';
import { deleteUpTo, lastBefore, oldestAt } from './retention.ts';
import { fromList, type MessageRow, type MessageTable, type RoomRow, toList, toMessage } from './rows.ts';
import { hasSchema, migrate } from './schema.ts';
import { steps } from './schema-steps.ts';

const PRIVATE = `
  SELECT message.* FROM private_readers AS readers JOIN private_messages AS message ON message.seq = readers.seq
  WHERE readers.member = ?`;

/**
 * The transcript in the object's SQLite. Rows written: 1 a message, and for a private one 1 more for each who may read it;
 * 3 an edit or a reaction; 2 the deletion of a message without either. Rows read: those that are given, 2 for a private message; for a reaction those of all who hold its emoji. A room that was only looked at has no tables (R5).
 */
export class SqliteTranscript implements Transcript {
  readonly #storage: Tables;
  readonly #sql: Sql;
  readonly #onRollback: () => void;
  readonly #changes: ChangeLog;
  readonly #reactions: ReactionTable;
  readonly #moderation: ModerationLog;
  #log: string | null = null;
  #head = 0;
  #expiredHead = 0;

  /** `onRollback` is told of a transaction that failed. */
  constructor(storage: Tables, onRollback: () => void = () => {}) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#onRollback = onRollback;
    this.#changes = new ChangeLog(storage.sql);
    this.#reactions = new ReactionTable(storage.sql);
    this.#moderation = new ModerationLog(storage.sql);
    if (!hasSchema(storage.sql)) return;
    migrate(storage, steps);
    const { log, expired } = this.#sql.exec<RoomRow>('SELECT log, expired FROM room').one();
    this.#log = log;
    this.#expiredHead = expired;
    this.#head = Math.max(expired, this.#newestSeq());
  }

  get log(): string | null {
    return this.#log;
  }

  get head(): number {
    return this.#head;
  }

  get expiredHead(): number {
    return this.#expiredHead;
  }

  begin(log: string): void {
    this.#storage.transactionSync(() => {
      migrate(this.#storage, steps);
      this.#sql.exec('INSERT INTO room (only, log) VALUES (1, ?)', log);
    });
    this.#log = log;
  }

  append(message: Message): void {
    const readers = readersOf(message);
    if (readers === null) this.#insert('messages', message);
    else {
      this.#storage.transactionSync(() => {
        this.#insert('private_messages', message);
        for (const member of readers) {
          this.#sql.exec('INSERT INTO private_readers (member, seq) VALUES (?, ?)', member, message.seq);
        }
      });
    }
    this.#head = message.seq;
  }

  change(event: ChangeEvent, readers: Readers): void {
    this.#storage.transactionSync(() => {
      this.#changes.add(event, readers);
      this.#carryOut(event, readers === null ? 'messages' : 'private_messages');
    });
    this.#head = event.seq;
  }

  moderate(event: ModerationEvent, by: Member, readers: Readers, note?: Note): void {
    this.#moderation.add(event, by, readers, note);
    this.#head = event.seq;
  }

  noteDeletion(event: DeleteEvent, by: Member, of: Member): void {
    this.#moderation.addDeletion(event, by, of);
  }

  erase(author: MemberId, by: MemberId, at: number): readonly Erased[] {
    // Of who has written without end, the texts would be more than fits the memory.
    const standing = (table: MessageTable) =>
      this.#sql.exec<Pick<MessageRow, 'seq' | 'recipients'>>(
        `SELECT seq, recipients FROM ${table} WHERE author = ? AND text IS NOT NULL ORDER BY seq`,
        author,
      );
    const rows = [...merge(standing('messages'), standing('private_messages'), bySeq)];
    return rows.map(({ seq: target, recipients }) => {
      const event: DeleteEvent = { type: 'delete', seq: this.#head + 1, target, at, by };
      const readers =
        recipients === null ? null : readersOf({ from: { id: author }, to: toList(recipients) });
      this.change(event, readers);
      return { event, readers };
    });
  }

  expire(at: number): number | undefined {
    if (this.#head === 0) return undefined;
    const seq = lastBefore(this.#sql, at);
    if (seq === undefined) return undefined;
    this.transaction(() => {
      // Or the head would fall back with the last of them.
      this.#sql.exec('UPDATE room SET expired = ?', this.#head);
      deleteUpTo(this.#sql, seq);
    });
    this.#expiredHead = this.#head;
    return seq;
  }

  transaction<Answer>(write: () => Answer): Answer {
    const head = this.#head;
    try {
      return this.#storage.transactionSync(write);
    } catch (error) {
      this.#head = head;
      this.#onRollback();
      throw error;
    }
  }

  message(seq: number): Message | undefined {
    if (this.#head === 0) return undefined;
    const find = (table: MessageTable) =>
      this.#sql.exec<MessageRow>(`SELECT * FROM ${table} WHERE seq = ?`, seq).toArray()[0];
    const row = find('messages') ?? find('private_messages');
    return row && toMessage(row);
  }

  messagesBefore(seq: number, viewer: Viewer): Iterable<Message> {
    const newest = Math.min(seq, this.#head + 1);
    return merge(
      this.#messages('SELECT * FROM messages WHERE seq < ? ORDER BY seq DESC', newest),
      this.#private(`${PRIVATE} AND readers.seq < ? ORDER BY readers.seq DESC`, viewer, newest),
      (message) => -message.seq,
    );
  }

  messagesAfter(seq: number, viewer: Viewer): Iterable<Message> {
    return merge(
      this.#messages('SELECT * FROM messages WHERE seq > ? ORDER BY seq', seq),
      this.#private(`${PRIVATE} AND readers.seq > ? ORDER BY readers.seq`, viewer, seq),
      bySeq,
    );
  }

  *eventsAfter(seq: number, viewer: Viewer): Iterable<DurableEvent> {
    const others = merge<DurableEvent>(
      this.#head === 0 ? [] : this.#changes.after(seq, viewer),
      this.#head === 0 ? [] : this.#moderation.after(seq, viewer),
      bySeq,
    );
    for (const event of merge<DurableEvent>(this.messagesAfter(seq, viewer), others, bySeq)) {
      yield event.type === 'message' ? withoutReactions(event) : event;
    }
  }

  hasReaction(target: number, emoji: string, member: MemberId): boolean {
    return this.#reactions.has(target, emoji, member);
  }

  logBefore(seq: number): Iterable<LogEntry> {
    return this.#head === 0 ? [] : this.#moderation.before(Math.min(seq, this.#head + 1));
  }

  get oldestAt(): number | undefined {
    return this.#head === 0 ? undefined : oldestAt(this.#sql);
  }

  nameOf(author: MemberId): string | undefined {
    return this.#head === 0 ? undefined : lastNameOf(this.#sql, author);
  }

  lastSentAt(author: MemberId, since: number): number | undefined {
    return this.#head === 0 ? undefined : lastSentAt(this.#sql, author, since);
  }

  sentBy(author: MemberId, floor: number, ceiling: number): Iterable<Pick<Message, 'id' | 'seq'>> {
    if (this.#head === 0) return [];
    const sent = (table: MessageTable) =>
      this.#sql.exec<{ id: string; seq: number }>(
        `SELECT id, seq FROM ${table} WHERE seq > ? AND seq <= ? AND author = ? ORDER BY seq DESC`,
        ...[floor, ceiling, author],
      );
    return merge(sent('messages'), sent('private_messages'), ({ seq }) => -seq);
  }

  #insert(table: MessageTable, { seq, id, at, from, text, replyTo, to }: Message): void {
    this.#sql.exec(
      `INSERT INTO ${table} (seq, id, at, author, name, text, reply_to, recipients)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[seq, id, at, from.id, from.name, text ?? null, replyTo ?? null, fromList(to)],
    );
  }

  *#messages(query: string, ...bindings: SqlStorageValue[]): Iterable<Message> {
    if (this.#head === 0) return;
    for (const row of this.#sql.exec<MessageRow>(query, ...bindings)) yield toMessage(row);
  }

  /** S6: none for who is no member. */
  #private(query: string, viewer: Viewer, seq: number): Iterable<Message> {
    return viewer === null ? [] : this.#messages(query, viewer, seq);
  }

  #newestSeq(): number {
    const newest = ['messages', 'private_messages', 'changes', 'moderation'].map(
      (table) => `coalesce((SELECT max(seq) FROM ${table}), 0)`,
    );
    const query = `SELECT max(${newest.join()}) AS head`;
    return this.#sql.exec<{ head: number }>(query).one().head;
  }

  #carryOut(event: ChangeEvent, table: MessageTable): void {
    switch (event.type) {
      case 'edit':
        this.#sql.exec(
          `UPDATE ${table} SET text = ?, edited = ? WHERE seq = ?`,
          ...[event.text, event.at, event.target],
        );
        return;
      case 'delete':
        this.#sql.exec(`UPDATE ${table} SET text = NULL, reactions = NULL WHERE seq = ?`, event.target);
        this.#changes.dropTexts(event.target);
        this.#reactions.drop(event.target);
        return;
      case 'reaction':
        this.#react(event, table);
        return;
    }
  }

  #react(event: ReactionEvent, table: MessageTable): void {
    const reactions = this.#reactions.take(event, this.message(event.target) ?? {});
    this.#sql.exec(`UPDATE ${table} SET reactions = ? WHERE seq = ?`, fromReactions(reactions), event.target);
  }
}

const bySeq = ({ seq }: { readonly seq: number }) => seq;

function withoutReactions({ reactions: _, reactionCounts: __, ...message }: Message): Message {
  return message;
}

function fromReactions(reactions: Reactions): string | null {
  return Object.keys(reactions).length > 0 ? JSON.stringify(reactions) : null;
}
