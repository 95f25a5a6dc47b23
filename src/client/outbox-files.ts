import { fieldsOf } from '../protocol/fields.ts';
import { CLIENT_ID } from '../protocol/limits.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** What is used of `localStorage`. Any of it may throw: a full or forbidden storage costs the memory of a reload, no message. */
export type OutboxStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One key for each message, so that tabs of one room do not write over one another. */
export class OutboxFiles {
  readonly #storage: OutboxStorage;
  readonly #prefix: string;
  readonly #tab: string | undefined;
  readonly #written = new Set<string>();

  /** `tab` names this page, where it shares the storage with pages that it knows of. */
  constructor(storage: OutboxStorage, room: string, tab?: string) {
    this.#storage = storage;
    this.#tab = tab;
    this.#prefix = `parlor:outbox:${room}:`;
  }

  /** The entry under that key of the storage, if it is one of this room's. */
  at(key: string): OutboxEntry | undefined {
    return key.startsWith(this.#prefix) ? this.#read(key.slice(this.#prefix.length)) : undefined;
  }

  /** Those that are this page's to send. */
  ours(): OutboxEntry[] {
    const isOurs = ({ tab }: OutboxEntry) =>
      this.#tab === undefined || tab === undefined || tab === this.#tab;
    return this.all().filter(isOurs);
  }

  all(): OutboxEntry[] {
    const ids = attempt(() => this.#ids()) ?? [];
    return ids.map((id) => this.#read(id)).filter((entry) => entry !== undefined);
  }

  write(entry: OutboxEntry): void {
    const key = this.#prefix + entry.id;
    const value = JSON.stringify({ ...entry, tab: this.#tab });
    attempt(() => this.#storage.setItem(key, value));
    // Some storages neither keep nor throw.
    if (attempt(() => this.#storage.getItem(key)) === value) this.#written.add(entry.id);
  }

  remove(id: string): void {
    this.#written.delete(id);
    attempt(() => this.#storage.removeItem(this.#prefix + id));
  }

  /** As the storage has it now; `isGone` where it had it and another tab took it away. */
  find(id: string): { readonly kept: OutboxEntry | undefined; readonly isGone: boolean } {
    const kept = this.#read(id);
    return { kept, isGone: !kept && this.#written.has(id) };
  }

  #ids(): string[] {
    return Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '')
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => key.slice(this.#prefix.length));
  }

  #read(id: string): OutboxEntry | undefined {
    const value = attempt(() => JSON.parse(this.#storage.getItem(this.#prefix + id) ?? 'null'));
    if (!isEntry(value, id)) return undefined;
    this.#written.add(id);
    return value;
  }
}

/** Others can write to the storage too. An id that the room cannot read would never be answered, and stop the queue. */
function isEntry(value: unknown, id: string): value is OutboxEntry {
  const entry = fieldsOf(value);
  return (
    CLIENT_ID.test(id) &&
    entry.id === id &&
    typeof entry.text === 'string' &&
    typeof entry.since === 'number' &&
    typeof entry.order === 'number'
  );
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
