import { computed, signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { RowWindow } from '../../../src/web/room/row-window.ts';
import type { Row } from '../../../src/web/room/rows.ts';

/** A room of which the messages `from` to `to` are loaded, each a row whose key is its number; 120 of them stand in the page. */
function loaded(from: number, to: number) {
  const range = signal<{ from: number; to: number; day?: number }>({ from, to });
  const isPast = signal(false);
  const rows = computed(() =>
    Array.from({ length: range.value.to - range.value.from + 1 }, (_, index): Row => {
      const seq = range.value.from + index;
      if (seq === range.value.day) return { kind: 'day', key: 'day', at: seq };
      const entry = { type: 'message', seq, id: `${seq}`, at: seq, from: { id: 'a', name: 'Ann' } } as const;
      return { kind: 'entry', key: `${seq}`, entry, hasHead: true };
    }),
  );
  const window = new RowWindow(rows, isPast);
  const few = window.shown.value.length;
  window.grow(120 - few);
  const shown = () => [window.shown.value[0]?.key, window.shown.value.at(-1)?.key].map(Number);
  return { range, isPast, window, shown, few };
}

it('shows few rows as the room opens, which are soon drawn', () => {
  expect(loaded(1, 300).few).toBeLessThan(20);
});

it('has many rows around one that is gone to, and leaves all as it is where there is none', () => {
  const { window, shown } = loaded(1, 300);
  window.grow(-100);
  window.centre('no such');
  expect(shown()).toEqual([281, 300]);
  window.centre('150');
  expect(shown()).toEqual([90, 209]);
});

it('shows the newest row where the first one stands under a day', () => {
  const { range, window, shown } = loaded(1, 300);
  range.value = { ...range.value, day: 180 };
  expect(window.shown.value[0]?.kind).toBe('day');
  expect(shown()[1]).toBe(300);
});

it('shows the newest rows, and follows those that come', () => {
  const { range, shown } = loaded(1, 300);
  range.value = { from: 1, to: 310 };
  expect(shown()).toEqual([191, 310]);
});

it('moves on by a single row though a day stands above the first one', () => {
  const { range, window, shown } = loaded(1, 300);
  range.value = { ...range.value, day: 99 };
  window.move(-81);
  expect(window.shown.value[0]?.kind).toBe('day');
  window.move(1);
  expect(shown()).toEqual([101, 220]);
});

it('grows at its start where it follows, else at its end', () => {
  const { window, shown } = loaded(1, 300);
  window.grow(10);
  expect(shown()).toEqual([171, 300]);
  window.move(-100);
  window.grow(10);
  expect(shown()).toEqual([71, 210]);
});

it('keeps out what is loaded before its first row until it moves there', () => {
  const { range, window, shown } = loaded(101, 220);
  window.hold();
  range.value = { from: 1, to: 220 };
  expect(shown()).toEqual([101, 220]);
  window.move(-8);
  expect(shown()).toEqual([93, 212]);
});

it('keeps out what is loaded behind its last row, in the past, until it moves there', () => {
  const { range, isPast, window, shown } = loaded(1, 120);
  isPast.value = true;
  window.hold();
  range.value = { from: 1, to: 220 };
  expect(shown()).toEqual([1, 120]);
  window.move(8);
  expect(shown()).toEqual([9, 128]);
});

it('stays where it is as the past meets the newest, and follows again from the end on', () => {
  const { range, isPast, window, shown } = loaded(1, 200);
  isPast.value = true;
  window.hold();
  isPast.value = false;
  range.value = { from: 1, to: 205 };
  expect(shown()).toEqual([81, 200]);
  window.move(8);
  range.value = { from: 1, to: 206 };
  expect(shown()).toEqual([87, 206]);
});

it('has more loaded while some rows are left to be brought', () => {
  const { isPast, window } = loaded(1, 400);
  expect([window.nearsStart, window.nearsEnd]).toEqual([false, false]);
  window.move(-200);
  expect([window.nearsStart, window.nearsEnd]).toEqual([true, false]);
  window.move(150);
  expect([window.nearsStart, window.nearsEnd]).toEqual([false, false]);
  isPast.value = true;
  expect([window.nearsStart, window.nearsEnd]).toEqual([false, true]);
});
