import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxFiles } from './outbox-files.ts';
import type { Tabs } from './tabs.ts';

/** Hands over what pages that are gone have left unsent, each page's once. May name entries that were handed over before. */
export function inherit(files: OutboxFiles, tabs: Tabs, take: (left: readonly OutboxEntry[]) => void): void {
  const known = new Set([tabs.self]);
  const heirTo = (tab: string | undefined) => {
    if (tab === undefined || known.has(tab)) return;
    known.add(tab);
    // What an earlier client in this very page took over stands under our own name by then.
    tabs.whenGone(tab, () =>
      take(files.all().filter((entry) => entry.tab === tab || entry.tab === tabs.self)),
    );
  };
  tabs.onWrite((key) => heirTo(files.at(key)?.tab));
  for (const { tab } of files.all()) heirTo(tab);
}
