import { type Held, hold } from './hold.ts';
import { isWatched, onWatch } from './watch.ts';

/** Of the pages of one browser that show the same, the one that speaks, and whether somebody is at any of them. */
export interface OneOfMany {
  /** Whether this page is to speak now. Without locks, as over plain HTTP, each speaks for itself. */
  maySpeak(): Promise<boolean>;
  stop(): void;
}

export function oneOfMany(what: string, locks: LockManager | undefined = navigator.locks): OneOfMany {
  if (!locks) return { maySpeak: async () => !isWatched(), stop() {} };
  const watched = `parlor:watched:${what}`;
  const voice = hold(locks, `parlor:voice:${what}`, 'exclusive');
  let watch: Held | undefined;
  const look = () => {
    if (isWatched()) watch ??= hold(locks, watched, 'shared');
    else {
      watch?.release();
      watch = undefined;
    }
  };
  const stopLooking = onWatch(look);
  look();
  return {
    maySpeak: async () => {
      if (isWatched() || !voice.isHeld()) return false;
      const { held = [] } = await locks.query();
      return !held.some(({ name }) => name === watched);
    },
    stop() {
      stopLooking();
      watch?.release();
      voice.release();
    },
  };
}
