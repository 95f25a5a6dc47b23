import { computed, signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rowBringer } from '../../../src/web/room/row-bringer.ts';
import { RowWindow } from '../../../src/web/room/row-window.ts';
import type { Row } from '../../../src/web/room/rows.ts';
import type { ScrollKeeper } from '../../../src/web/room/scroll-keeper.ts';
import type { RoomSession } from '../../../src/web/room/session.ts';

let due: FrameRequestCallback[] = [];
let now = 0;
beforeEach(() => {
  due = [];
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => due.push(run));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A frame that takes so many ms. */
function frame(ms: number): void {
  now += ms;
  for (const run of due.splice(0)) run(now);
}

interface Facts {
  readonly messages: number;
  /** px. */
  readonly screen: number;
  readonly isPast?: boolean;
  /** Which stands under a new day. */
  readonly day?: number;
  /** How long one takes, in ms. */
  readonly frameTime?: number;
  /** Whether the dialog "Join" stands before it. */
  readonly isJoining?: boolean;
}

const ROW = 26;

/** A room whose rows are all alike, on a screen without a browser: what a ScrollKeeper does, by reckoning. */
function scrolled({ messages, screen, isPast = false, day, frameTime = 16, isJoining = false }: Facts) {
  const past = signal(isPast);
  const rows: Row[] = Array.from({ length: messages }, (_, index) => {
    const entry = {
      type: 'message',
      seq: index,
      id: `${index}`,
      at: 0,
      from: { id: 'a', name: 'Ann' },
    } as const;
    return { kind: 'entry', key: `${index}`, entry, hasHead: false };
  });
  if (day !== undefined) rows.splice(day, 0, { kind: 'day', key: 'day', at: 0 });
  const window = new RowWindow(signal(rows), past);
  const loads: string[] = [];
  const session = {
    shown: computed(() => ({ messages: rows, hasOlder: false })),
    door: { joinIsOpen: signal(isJoining) },
    way: {
      settle() {},
      loadOlder: () => loads.push('older'),
      loadNewer: () => loads.push('newer'),
    },
  } as unknown as RoomSession;
  let top = 0;
  const toEnd = () => Math.max(0, window.shown.value.length * ROW - top - screen);
  let isAtEnd = true;
  const keeper = {
    get isAtEnd() {
      return isAtEnd;
    },
    get toStart() {
      return top;
    },
    get toEnd() {
      return toEnd();
    },
  } as ScrollKeeper;
  const bring = rowBringer({ current: keeper }, window, session);
  let anchor = { key: '', above: 0 };
  const look = () => {
    top = Math.max(0, Math.min(top, window.shown.value.length * ROW - screen));
    isAtEnd = toEnd() < 100 && window.reachesEnd.value && !past.value;
    const index = window.shown.value.findIndex(({ kind }, at) => kind === 'entry' && (at + 1) * ROW > top);
    anchor = { key: window.shown.value[index]?.key ?? '', above: index * ROW - top };
    bring();
  };
  let last = window.shown.value;
  const passes = (frames: number) => {
    for (let count = 0; count < frames; count++) {
      frame(frameTime);
      if (window.shown.value === last) continue;
      last = window.shown.value;
      const index = last.findIndex(({ key }) => key === anchor.key);
      if (isAtEnd) top = last.length * ROW - screen;
      else if (index >= 0) top = index * ROW - anchor.above;
      look();
    }
  };
  const scrolls = (by: number, times: number) => {
    for (let count = 0; count < times; count++) {
      top += by;
      look();
      passes(4);
    }
  };
  look();
  passes(100);
  return { window, loads, passes, scrolls, shown: () => [last[0]?.key, last.at(-1)?.key] };
}

it.each([700, 2_000, 3_200])(
  'a room that nobody touches stays at its end, on a screen of %i px',
  (screen) => {
    const { passes, shown } = scrolled({ messages: 400, screen });
    passes(500);
    expect(shown()[1]).toBe('399');
  },
);

it.each([700, 2_000])(
  'behind the dialog stand about as many rows as fill the screen, of %i px, and no more are loaded',
  (screen) => {
    const { window, loads, scrolls, shown } = scrolled({ messages: 400, screen, isJoining: true });
    scrolls(-100, 5);
    expect(shown()[1]).toBe('399');
    const height = window.shown.value.length * ROW;
    expect(height).toBeGreaterThan(screen);
    expect(height).toBeLessThan(screen + 10 * ROW);
    expect(loads).toEqual([]);
  },
);

it('of a past that fills the screen hardly, newer ones are loaded, though nothing older is there', () => {
  const { scrolls, loads } = scrolled({ messages: 100, screen: 2_000, isPast: true });
  scrolls(500, 20);
  expect(loads).toContain('newer');
});

it('comes down past the line of a day where frames are slow', () => {
  const { scrolls, shown } = scrolled({ messages: 400, screen: 700, day: 100, frameTime: 60 });
  scrolls(-5_000, 300);
  expect(shown()[0]).toBe('0');
  scrolls(5_000, 300);
  expect(shown()[1]).toBe('399');
});
