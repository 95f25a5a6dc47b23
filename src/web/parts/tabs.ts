import type { Tabs } from '../../client/tabs.ts';

/** By the browser's locks: each page holds one of its own, and the browser lets it go however the page ends. Undefined where there are none, as over plain HTTP. */
export const tabs: Tabs | undefined = navigator.locks && tabsBy(navigator.locks);

function tabsBy(locks: LockManager): Tabs {
  const self = crypto.randomUUID();
  const lockOf = (tab: string) => `parlor:tab:${tab}`;
  const whenFree = (tab: string, run: () => unknown) =>
    locks.request(lockOf(tab), run).catch((error) => console.warn('No lock could be had:', error));
  void whenFree(self, () => new Promise(() => {}));
  return {
    self,
    whenGone: (tab, run) => void whenFree(tab, run),
    onWrite: (listener) => addEventListener('storage', ({ key }) => key !== null && listener(key)),
  };
}
