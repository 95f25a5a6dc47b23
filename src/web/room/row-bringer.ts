import type { RefObject } from 'preact';
import type { RowWindow } from './row-window.ts';
import type { ScrollKeeper } from './scroll-keeper.ts';
import type { RoomSession } from './session.ts';
import { Stride } from './stride.ts';

/** px of rows beyond what is in sight, either way, before more are brought. */
const AHEAD = 1_200;
/**
 * px of rows out of sight that are there in any case, on a screen however tall: so much more than there is to be on both
 * sides that what is brought on one side does not leave too little on the other.
 */
const ENOUGH = 3 * AHEAD;
/** px of rows out of sight behind the dialog "Join", where nobody scrolls: they fill the screen. */
const FILLED = 1;

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
  if (keeper.isAtEnd) {
    session.way.settle();
    rows.toEnd();
  }
  const hasBefore = !rows.reachesStart.value || session.shown.value.hasOlder;
  const isOpening = session.door.joinIsOpen.value;
  if (keeper.toStart + keeper.toEnd < (isOpening ? FILLED : ENOUGH) && !rows.isAll) rows.grow(stride());
  else if (isOpening) return;
  else if (keeper.toStart < AHEAD && hasBefore) bringBefore(rows, session, stride);
  else if (keeper.toEnd < AHEAD) bringBehind(rows, session, stride);
}

function bringBefore(rows: RowWindow, session: RoomSession, stride: () => number): void {
  if (!rows.reachesStart.value) rows.move(-stride());
  if (!rows.nearsStart) return;
  rows.hold();
  session.way.loadOlder();
}

function bringBehind(rows: RowWindow, session: RoomSession, stride: () => number): void {
  if (!rows.reachesEnd.value) rows.move(stride());
  if (!rows.nearsEnd) return;
  rows.hold();
  session.way.loadNewer();
}
