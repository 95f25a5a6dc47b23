import type { OutboxStorage } from '../../src/client/room-client.ts';

/** `localStorage`, in memory; its keys come in no useful order. */
export class MemoryStorage implements OutboxStorage {
  readonly entries = new Map<string, string>();

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()].reverse()[index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }
}
