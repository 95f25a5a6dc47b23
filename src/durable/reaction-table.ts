import { limits } from '../protocol/limits.ts';
import { type Reactions, reactionCount, withReactors } from '../protocol/reactions.ts';
import type { MemberId, ReactionEvent } from '../protocol/server-message.ts';
import type { Sql } from './meter.ts';

/** Who holds which reactions, in the table `reactions`; what a message shows of them stands in its own row. */
export class ReactionTable {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  has(target: number, emoji: string, member: MemberId): boolean {
    const query = 'SELECT 1 FROM reactions WHERE target = ? AND emoji = ? AND member = ?';
    return this.#sql.exec(query, target, emoji, member).toArray().length > 0;
  }

  /** Gives what a message that showed `current` is to show after this. */
  take({ seq, target, emoji, by, on }: ReactionEvent, current: Reactions): Reactions {
    if (on) {
      const insert = 'INSERT INTO reactions (target, emoji, member, seq) VALUES (?, ?, ?, ?)';
      this.#sql.exec(insert, target, emoji, by, seq);
    } else {
      const remove = 'DELETE FROM reactions WHERE target = ? AND emoji = ? AND member = ?';
      this.#sql.exec(remove, target, emoji, by);
    }
    const count = reactionCount(current, emoji) + (on ? 1 : -1);
    return withReactors(current, emoji, this.#reactors(target, emoji), count);
  }

  drop(target: number): void {
    this.#sql.exec('DELETE FROM reactions WHERE target = ?', target);
  }

  /** The first of them, in the order in which they reacted: as all who were there have it. */
  #reactors(target: number, emoji: string): readonly MemberId[] {
    const query = 'SELECT member FROM reactions WHERE target = ? AND emoji = ? ORDER BY seq LIMIT ?';
    const rows = this.#sql.exec<{ member: string }>(query, target, emoji, limits.reactorsListed);
    return rows.toArray().map(({ member }) => member);
  }
}
