import { useEffect } from 'preact/hooks';
import type { RoomSession } from './session.ts';

/** The seq that a message's own address names: `/r/{room}#12`. */
export function addressedSeq(hash: string): number | undefined {
  const digits = /^#(\d{1,15})$/.exec(hash)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Goes to the message that the page's address names, once the room has let us in, but where somebody has gone to the newest
 * by then; and whenever another is named.
 */
export function useMessageAddress(session: RoomSession): void {
  const isWelcomed = session.selfId.value !== undefined;
  useEffect(() => {
    if (!isWelcomed) return;
    const go = () => {
      const seq = addressedSeq(location.hash);
      if (seq !== undefined) void session.way.show(seq);
    };
    if (!session.way.wantsLatest) go();
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, [session, isWelcomed]);
}
