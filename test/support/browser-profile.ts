import type { OutboxStorage, Tabs } from '../../src/client/room-client.ts';
import { MemoryStorage } from './memory-storage.ts';

/** What one browser keeps, and the pages that share it. */
export class BrowserProfile {
  readonly kept = new MemoryStorage();
  readonly #pages = new Set<BrowserPage>();
  #opened = 0;

  open(): BrowserPage {
    const page = new BrowserPage(this, `tab-${++this.#opened}`);
    this.#pages.add(page);
    return page;
  }

  /** The page is closed, or has crashed: those that waited for it are told. */
  close(page: BrowserPage): void {
    this.#pages.delete(page);
    for (const other of [...this.#pages]) other.lost(page.tabs.self);
  }

  has(tab: string): boolean {
    return [...this.#pages].some(({ tabs }) => tabs.self === tab);
  }

  wrote(key: string, writer: BrowserPage): void {
    for (const page of this.#pages) if (page !== writer) page.hears(key);
  }
}

/** One page: the storage as it sees it, and what it knows of the others. */
export class BrowserPage {
  readonly storage: OutboxStorage;
  readonly tabs: Tabs;
  readonly #profile: BrowserProfile;
  readonly #listeners: ((key: string) => void)[] = [];
  readonly #awaited: [tab: string, run: () => void][] = [];

  constructor(profile: BrowserProfile, self: string) {
    this.#profile = profile;
    this.storage = this.#watched(profile.kept);
    this.tabs = {
      self,
      whenGone: (tab, run) => this.#await(tab, run),
      onWrite: (listener) => void this.#listeners.push(listener),
    };
  }

  close(): void {
    this.#profile.close(this);
  }

  hears(key: string): void {
    for (const listener of this.#listeners) listener(key);
  }

  lost(tab: string): void {
    for (const [awaited, run] of this.#awaited) if (awaited === tab) run();
  }

  #await(tab: string, run: () => void): void {
    if (this.#profile.has(tab)) this.#awaited.push([tab, run]);
    else queueMicrotask(run);
  }

  #watched(kept: MemoryStorage): OutboxStorage {
    return {
      get length() {
        return kept.length;
      },
      key: (index) => kept.key(index),
      getItem: (key) => kept.getItem(key),
      setItem: (key, value) => {
        kept.setItem(key, value);
        this.#profile.wrote(key, this);
      },
      removeItem: (key) => kept.removeItem(key),
    };
  }
}
