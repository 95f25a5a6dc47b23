/** A lock of the browser's, from when it can be had until it is released or the page is gone. */
export interface Held {
  isHeld(): boolean;
  /** Before it is had, too: it is then let go at once. */
  release(): void;
}

export function hold(locks: LockManager, name: string, mode: LockMode): Held {
  // By hand: Safari has `Promise.withResolvers` since 17.4, and this runs before anything is shown.
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = false;
  locks
    .request(name, { mode }, () => {
      isHeld = true;
      return released;
    })
    .catch(warnOfNoLock);
  return { isHeld: () => isHeld, release };
}

export const warnOfNoLock = (error: unknown) => console.warn('No lock could be had:', error);
