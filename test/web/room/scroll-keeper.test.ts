import { expect, it, onTestFinished, vi } from 'vitest';
import { ScrollKeeper } from '../../../src/web/room/scroll-keeper.ts';

const SCREEN = 500;

class NoObserver {
  observe() {}
  disconnect() {}
}

/** Rows of these heights, in px, in a scroller that stops at whole pixels, as a browser's does. */
function list(heights: number[]) {
  vi.stubGlobal('ResizeObserver', NoObserver);
  onTestFinished(() => void vi.unstubAllGlobals());
  let scrollTop = 0;
  const above = (index: number) => heights.slice(0, index).reduce((sum, height) => sum + height, 0);
  const top = (index: number) => above(index) - scrollTop;
  const rows = heights.map((_, index) => ({
    tagName: 'ARTICLE',
    isConnected: true,
    get clientHeight() {
      return Math.round(heights[index] ?? 0);
    },
    getBoundingClientRect: () => ({ top: top(index) }),
  }));
  const scroller = {
    clientHeight: SCREEN,
    get scrollHeight() {
      return Math.round(above(heights.length));
    },
    get scrollTop() {
      return scrollTop;
    },
    set scrollTop(to: number) {
      scrollTop = Math.round(Math.max(0, Math.min(to, above(heights.length) - SCREEN)));
    },
    addEventListener() {},
    getBoundingClientRect: () => ({ top: 0 }),
  };
  const elements = [scroller, { children: rows }] as unknown as [HTMLElement, HTMLElement];
  const keeper = new ScrollKeeper(
    ...elements,
    () => true,
    () => {},
  );
  const goTo = (index: number) => keeper.goTo(rows[index] as unknown as Element);
  return { keeper, top, goTo };
}

it('what is looked at stays while rows above it grow, by parts of a pixel as well', () => {
  const heights = Array.from({ length: 100 }, () => 40);
  const { keeper, top, goTo } = list(heights);
  goTo(50);
  const before = top(50);
  for (let times = 0; times < 50; times++) {
    heights[0] = (heights[0] ?? 0) + 0.3;
    keeper.hold();
  }
  expect(Math.abs(top(50) - before)).toBeLessThan(1);
});

it('what is looked at does not go to and fro by half a pixel', () => {
  const heights = [40.5, ...Array.from({ length: 99 }, () => 40)];
  const { keeper, top, goTo } = list(heights);
  goTo(50);
  heights[0] = 41;
  const before = top(50);
  keeper.hold();
  expect(top(50)).toBe(before);
});

it('what stands at its end stays there as rows come', () => {
  const heights = Array.from({ length: 100 }, () => 40);
  const { keeper, top } = list(heights);
  keeper.goToEnd();
  heights[99] = 200;
  keeper.hold();
  expect(top(99) + 200).toBe(SCREEN);
});
