import type { Tabs } from '../../client/tabs.ts';
import { hold, warnOfNoLock as warn } from './hold.ts';

/** By the browser's locks: each page holds one of its own, and the browser lets it go however the page ends. Undefined where there are none, as over plain HTTP. */
export const tabs: Tabs | undefined = navigator.locks && tabsBy(navigator.locks);

function tabsBy(locks: LockManager): Tabs {
  const self = crypto.randomUUID();
  const lockOf = (tab: string) => `parlor:tab:${tab}`;
  // Held until the page is gone. Where it cannot be had, others may send what is ours, too: the room stores it once.
  hold(locks, lockOf(self), 'exclusive');
  return {
    self,
    whenGone: (tab, run) =>
      void locks.request(lockOf(tab), run).catch((error) => {
        warn(error);
        run();
      }),
    onWrite: (listener) => addEventListener('storage', ({ key }) => key !== null && listener(key)),
  };
}
