import { type Refusal, refusal } from '../protocol/codes.ts';
import type { MemberId } from '../protocol/server-message.ts';
import type { Cursor } from './cursor.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxFiles } from './outbox-files.ts';
import type { PendingMessage } from './state.ts';

/** The queue of our own messages that no acknowledgement has reached. Outlives the page where the storage lets it. */
export class Outbox {
  readonly #files: OutboxFiles;
  #entries: readonly OutboxEntry[];
  #member: MemberId | undefined;

  constructor(files: OutboxFiles) {
    this.#files = files;
    this.#entries = files.ours().sort(byOrder);
  }

  /** Replaced, never changed. */
  get entries(): readonly OutboxEntry[] {
    return this.#entries;
  }

  /** In the order in which they are to be sent. */
  *sendable(): Iterable<OutboxEntry> {
    for (const entry of this.#entries) if (!entry.failed) yield entry;
  }

  has(id: string): boolean {
    return this.#entries.some((entry) => entry.id === id);
  }

  add(message: PendingMessage): void {
    this.#append({ ...message, order: this.#nextOrder(message.at) });
  }

  /** Takes over what another page left, each message in its place in the queue. */
  inherit(left: readonly OutboxEntry[]): void {
    const news = left.filter(({ id }) => !this.has(id));
    if (news.length === 0) return;
    for (const entry of news) this.#files.write(entry);
    this.#entries = [...this.#entries, ...news].sort(byOrder);
    if (this.#member !== undefined) this.belongsTo(this.#member);
  }

  /** It was acknowledged, or given up. */
  remove(id: string): void {
    if (!this.has(id)) return;
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    this.#files.remove(id);
  }

  fail(id: string, failed: Refusal): void {
    this.#change(id, (entry) => ({ ...entry, failed }));
  }

  /** Back to the end of the queue. One that was too large for the line stays failed: it is never sent again (section 6). */
  retry(id: string, now: number): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (!entry?.failed || entry.failed.code === 'too_large') return;
    const { failed, by, log, ...again } = entry;
    this.#entries = this.#entries.filter((one) => one !== entry);
    this.#append({ ...again, order: this.#nextOrder(now) });
  }

  /**
   * S3: whose connection this is. What another member has sent, as who this browser was before, may have been stored under
   * that name: to send it again could say it twice, so that a person has to look.
   */
  belongsTo(member: MemberId): void {
    this.#member = member;
    for (const { id, by, failed } of this.#entries) {
      if (by !== undefined && by !== member && !failed) this.fail(id, sentByAnother);
    }
  }

  /** S3: the entry with the `since` of its first sending, which is kept before it goes out; another tab may have been first. */
  stamped(entry: OutboxEntry, { seq, log }: Cursor['position']): OutboxEntry {
    if (log === undefined || entry.log === log) return entry;
    const { kept, isGone } = this.#files.find(entry.id);
    const first = kept?.log === log ? kept.since : seq;
    // Gone from the storage, it was sent by a tab whose cursor nobody knows: look through all of the log.
    const stamped = {
      ...{ ...entry, log, since: isGone ? 0 : first },
      ...(this.#member !== undefined && { by: this.#member }),
    };
    this.#change(entry.id, () => stamped);
    return stamped;
  }

  #append(entry: OutboxEntry): void {
    this.#entries = [...this.#entries, entry];
    this.#files.write(entry);
  }

  #change(id: string, change: (entry: OutboxEntry) => OutboxEntry): void {
    this.#entries = this.#entries.map((entry) => {
      if (entry.id !== id) return entry;
      const changed = change(entry);
      this.#files.write(changed);
      return changed;
    });
  }

  #nextOrder(now: number): number {
    return Math.max(now, (this.#entries.at(-1)?.order ?? 0) + 1);
  }
}

const sentByAnother = refusal('forbidden', {
  message: 'This may have been sent already, as who you were before. Look before you send it again.',
});

const byOrder = (one: OutboxEntry, other: OutboxEntry) => one.order - other.order;
