import type { RefObject } from 'preact';
import type { RowWindow } from './row-window.ts';
import type { ScrollKeeper } from './scroll-keeper.ts';
import type { RoomSession } from './session.ts';
import { Stride } from './stride.ts';

/** px of rows beyond what is in sight, either way, before more are brought. */
const AHEAD = 1_200;

/**
 * Brings rows where an end of those in the page comes near, a few a frame, and has more loaded where few are left to
 * bring. A page that has just been taken in fills a frame by itself.
 */
export function rowBringer(
  keeper: RefObject<ScrollKeeper | null>,
  rows: RowWindow,
  session: RoomSession,
): () => void {
  const stride = new Stride();
  let isDue = false;
  let last = session.shown.value.messages;
  const bring = (now: number) => {
    isDue = false;
    const { messages } = session.shown.value;
    const isQuiet = messages === last;
    last = messages;
    if (!isQuiet) request();
    else if (keeper.current) move(keeper.current, rows, session, () => stride.next(now));
  };
  const request = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(bring);
  };
  return request;
}

function move(keeper: ScrollKeeper, rows: RowWindow, session: RoomSession, stride: () => number): void {
  if (keeper.isAtEnd) session.settle();
  if (keeper.toStart < AHEAD) {
    if (!rows.reachesStart.value) rows.move(-stride());
    if (rows.nearsStart) {
      rows.hold();
      session.loadOlder();
    }
  } else if (keeper.toEnd < AHEAD) {
    if (!rows.reachesEnd.value) rows.move(stride());
    if (rows.nearsEnd) {
      rows.hold();
      session.loadNewer();
    }
  }
}
