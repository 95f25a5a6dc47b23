import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxFiles } from './outbox-files.ts';
import type { Tabs } from './tabs.ts';

/** What pages that are gone have left unsent, for a page that can send it. */
export class Inheritance {
  readonly #files: OutboxFiles;
  readonly #tabs: Tabs;
  readonly #take: (left: readonly OutboxEntry[]) => void;
  readonly #known: Set<string>;
  /** Those that are known to be gone. */
  readonly #gone = new Set<string>();
  #isActive = false;

  /** `take` may be handed entries that it was handed before. */
  constructor(files: OutboxFiles, tabs: Tabs, take: (left: readonly OutboxEntry[]) => void) {
    this.#files = files;
    this.#tabs = tabs;
    this.#take = take;
    this.#known = new Set([tabs.self]);
    tabs.onWrite((key) => this.#watch(files.at(key)?.tab));
    for (const { tab } of files.all()) this.#watch(tab);
  }

  /** Whether this page can send: one that cannot leaves it to the others, who are asked one after another. */
  set isActive(active: boolean) {
    if (active === this.#isActive) return;
    this.#isActive = active;
    if (active) this.#claim();
  }

  #watch(tab: string | undefined): void {
    if (tab === undefined || this.#known.has(tab)) return;
    this.#known.add(tab);
    this.#tabs.whenGone(tab, () => {
      this.#gone.add(tab);
      if (this.#isActive) this.#claim();
    });
  }

  /** What an earlier client in this very page took over stands under our own name. */
  #claim(): void {
    const isLeft = ({ tab }: OutboxEntry) =>
      tab !== undefined && (this.#gone.has(tab) || tab === this.#tabs.self);
    this.#take(this.#files.all().filter(isLeft));
  }
}
