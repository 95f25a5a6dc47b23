import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { kept } from '../parts/kept.ts';
import { recent } from './recent.ts';
import { askRooms } from './room-news.ts';

/** In ms: whoever comes back sooner sees what they saw. */
const FRESH_FOR = 30_000;

/** Recent rooms, the one where something was said last at the top; asked for news whenever somebody comes to the page. */
export function useNews(mayMove: () => boolean): ReadonlySignal<readonly string[]> {
  const order = useSignal(byTime(recent.value));
  const sort = () => {
    if (mayMove()) order.value = byTime(recent.value);
  };
  useSignalEffect(sort);
  useEffect(() => {
    let askedAt = 0;
    const ask = async () => {
      askedAt = Date.now();
      await askRooms(recent.value, isVisible);
      sort();
    };
    const onVisible = () => isVisible() && Date.now() - askedAt > FRESH_FOR && void ask();
    const onReturn = ({ persisted }: PageTransitionEvent) => persisted && void ask();
    onVisible();
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('pageshow', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('pageshow', onReturn);
    };
  }, []);
  return useComputed(() => [
    ...order.value.filter((room) => recent.value.includes(room)),
    ...recent.value.filter((room) => !order.value.includes(room)),
  ]);
}

const isVisible = () => document.visibilityState === 'visible';

const lastTime = (room: string) => Math.max(kept.activeAt(room), kept.visitedAt(room));

const byTime = (rooms: readonly string[]) => rooms.toSorted((a, b) => lastTime(b) - lastTime(a));
