import { type Signal, useComputed } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { isTouch } from '../parts/media.ts';
import { rowBringer } from './row-bringer.ts';
import type { RowWindow } from './row-window.ts';
import { FRESH } from './rows.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import type { RoomSession } from './session.ts';

/** With which one begins to scroll or to write. */
const ACTS = ['wheel', 'pointerdown', 'keydown'];

/** What the timeline shows, and by what. */
export interface TimelineView {
  readonly session: RoomSession;
  readonly rows: RowWindow;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly isAtEnd: Signal<boolean>;
}

/** The view, with what its place is kept by while it stands. */
interface KeptView extends TimelineView {
  readonly keeper: RefObject<ScrollKeeper | null>;
  /** Whether the room has been opened at its end or at the unread line. */
  readonly hasStarted: RefObject<boolean>;
  /** To be called where what is in sight may have changed. */
  look(): void;
}

/** Ties the timeline's place to what happens in the room: what was seen, what is older, what was just sent, what was gone to. */
export function useKeeper(view: TimelineView): void {
  const keeper = useRef<ScrollKeeper>(null);
  const hasStarted = useRef(false);
  const bringMore = useMemo(() => rowBringer(keeper, view.rows, view.session), [view.rows]);
  const look = () => {
    const { session, isAtEnd } = view;
    if (!keeper.current) return;
    isAtEnd.value = keeper.current.isAtEnd;
    if (session.selfId.value) session.see(hasStarted.current && isAtEnd.value && isVisible());
    bringMore();
  };
  const kept = { ...view, keeper, hasStarted, look };
  useScrollKeeper(kept);
  useWayToEnd(kept);
  useWayToMessage(kept);
  useStart(kept);
  // Whoever reads the past has no new row when somebody speaks.
  const newest = useComputed(() => view.session.state.value.messages).value;
  useEffect(look, [newest, view.session.door.joinIsOpen.value]);
  useWriting(view.session);
}

function useScrollKeeper({ session, rows, scroller, list, keeper, look }: KeptView): void {
  useLayoutEffect(() => {
    if (!scroller.current || !list.current) return;
    const isLast = () => rows.reachesEnd.value && !session.isPast.value;
    keeper.current = new ScrollKeeper(scroller.current, list.current, isLast, look);
    return () => keeper.current?.stop();
  }, []);
}

function useWayToEnd({ session, rows, keeper }: KeptView): void {
  useLayoutEffect(() => {
    rows.toEnd();
    keeper.current?.goToEnd();
  }, [session.way.toEnd.value]);
}

/** Goes to the message that is asked for once its row is there; any other change of rows moves nothing in sight. */
function useWayToMessage({ session, rows, list, keeper }: KeptView): void {
  const sought = useRef<number>(undefined);
  const shown = rows.shown.value;
  const target = session.way.target.value;
  useLayoutEffect(() => {
    sought.current = target?.seq;
    const key = rows.keyOf(target?.seq);
    if (key !== undefined && !rows.has(key)) rows.centre(key);
  }, [target]);
  useLayoutEffect(() => {
    const row = articleOf(list.current, sought.current);
    if (row) keeper.current?.goTo(row);
    else keeper.current?.hold();
    if (row) point(row, session);
    if (row) sought.current = undefined;
    if (!rows.has(session.activeKey.value)) session.active.value = keeper.current?.anchorId;
  }, [shown, target]);
}

/** Begins at the unread line: as the room opens, and where somebody who had left it at its end is back, or the line to it is. */
function useStart(view: KeptView): void {
  const { session, rows, scroller, list, keeper, hasStarted, look } = view;
  const { state, selfId } = session;
  const isSteady = useComputed(() => session.isOver.value || state.value.line.state === 'live').value;
  const isBusy = useBusy(scroller);
  const { way, unread } = session;
  const { target, reachesUnread } = way;
  const hasUnread = reachesUnread.value;
  useEffect(() => {
    const wantsLine = () => !isBusy.current && !target.value && unread.count.value > 0;
    const start = () => {
      if (wantsLine()) startAtLine(keeper.current, list.current);
      hasStarted.current = true;
      look();
      // What comes when the line is back begins anew.
      hasStarted.current = isSteady;
    };
    const bringLine = async () => {
      look();
      if (hasStarted.current || !reachesUnread.value) return;
      if (wantsLine()) await way.loadLine();
      if (isOver) return;
      if (wantsLine() && !rows.has(FRESH)) rows.centre(FRESH);
      frame = requestAnimationFrame(start);
    };
    const turn = () => {
      cancelAnimationFrame(frame);
      if (!isSteady || !isVisible()) rest(view, isBusy);
      if (selfId.value && isVisible()) frame = requestAnimationFrame(bringLine);
    };
    let isOver = false;
    let frame = 0;
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      isOver = true;
      cancelAnimationFrame(frame);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [isSteady, hasUnread]);
}

/** Whoever leaves the room at its end begins anew when they are back; who had scrolled goes on where they were. */
function rest({ session, keeper, hasStarted }: KeptView, isBusy: RefObject<boolean>): void {
  if (!hasStarted.current || !keeper.current?.isAtEnd) return;
  hasStarted.current = false;
  // The line may be lost while somebody writes, who is to be left in peace when it is back.
  isBusy.current &&= isVisible();
  session.way.target.value = undefined;
}

const isVisible = () => document.visibilityState === 'visible';

/** Whether somebody has begun to scroll, or to write: then they are taken nowhere else. */
function useBusy(scroller: RefObject<HTMLElement | null>): RefObject<boolean> {
  const isBusy = useRef(false);
  useEffect(() => {
    const main = scroller.current?.closest('main');
    const begin = () => (isBusy.current = true);
    for (const type of ACTS) main?.addEventListener(type, begin, { passive: true });
  }, []);
  return isBusy;
}

/** Whoever comes in can write at once. */
function useWriting(session: RoomSession): void {
  const isWelcomed = session.selfId.value !== undefined;
  useEffect(() => {
    // Whoever does something else by then goes on with it.
    const isIdle = document.activeElement === document.body;
    if (isWelcomed && isIdle && !isTouch.value) session.composer.focus.value++;
  }, [isWelcomed]);
}

function articleOf(list: HTMLElement | null, seq: number | undefined): HTMLElement | null | undefined {
  return seq === undefined ? undefined : list?.querySelector<HTMLElement>(`article[data-seq="${seq}"]`);
}

/** Puts the focus on a message that was gone to, and shows which it is. */
function point(article: HTMLElement, session: RoomSession): void {
  session.active.value = article.id;
  article.focus({ preventScroll: true });
  article.classList.add('message-flash');
  article.addEventListener('animationend', () => article.classList.remove('message-flash'), { once: true });
}

/** Where new messages fill more than the window, the line above them is what is shown as the room opens. */
function startAtLine(keeper: ScrollKeeper | null, list: HTMLElement | null): void {
  const line = list?.querySelector('.divider-fresh');
  if (line && keeper?.isAbove(line)) keeper.goTo(line);
}
