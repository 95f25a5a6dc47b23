import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isTouch } from '../parts/media.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import type { RoomSession } from './session.ts';

const LOAD_AHEAD = 800;

/** Ties the timeline's place to what happens in the room: what was seen, what is older, what was just sent. */
export function useKeeper(
  session: RoomSession,
  scroller: RefObject<HTMLDivElement | null>,
  list: RefObject<HTMLDivElement | null>,
  isAtEnd: Signal<boolean>,
): RefObject<ScrollKeeper | null> {
  const keeper = useRef<ScrollKeeper>(null);
  const hasStarted = useRef(false);
  const state = session.state.value;
  const toEnd = session.toEnd.value;
  const isWelcomed = session.selfId.value !== undefined;

  const look = () => {
    if (!keeper.current) return;
    isAtEnd.value = keeper.current.isAtEnd;
    if (!session.selfId.value) return;
    session.see(hasStarted.current && isAtEnd.value && document.visibilityState === 'visible');
    if (keeper.current.toStart < LOAD_AHEAD) session.loadOlder();
  };

  useLayoutEffect(() => {
    if (!scroller.current || !list.current) return;
    keeper.current = new ScrollKeeper(scroller.current, list.current, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      keeper.current?.stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  useLayoutEffect(() => keeper.current?.goToEnd(), [toEnd]);
  useLayoutEffect(() => keeper.current?.hold(), [state]);
  useEffect(() => {
    if (!isWelcomed) return;
    const start = requestAnimationFrame(() => {
      startAtLine(keeper.current, list.current);
      hasStarted.current = true;
      look();
      if (!isTouch.value) session.composer.focus.value++;
    });
    return () => cancelAnimationFrame(start);
  }, [isWelcomed]);
  return keeper;
}

/** Where new messages fill more than the window, the line above them is what is shown as the room opens. */
function startAtLine(keeper: ScrollKeeper | null, list: HTMLElement | null): void {
  const line = list?.querySelector('.divider-fresh');
  if (line && keeper?.isAbove(line)) keeper.goTo(line);
}
