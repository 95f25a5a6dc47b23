import { beforeEach, expect, it } from 'vitest';
import { BadgeShares } from '../../../src/web/parts/badge-shares.ts';

type Channel = ConstructorParameters<typeof BadgeShares>[1];

/** Pages of one browser, each with the sum that it showed last. */
let channels: Channel[];
let goners: Map<string, (() => void)[]>;

beforeEach(() => {
  channels = [];
  goners = new Map();
});

function opens(self: string) {
  const channel: Channel = {
    onmessage: null,
    postMessage: (data) => {
      for (const other of channels)
        if (other !== channel)
          other.onmessage?.call(other as BroadcastChannel, { data: structuredClone(data) } as MessageEvent);
    },
  };
  channels.push(channel);
  const whenGone = (page: string, run: () => void) =>
    void goners.set(page, [...(goners.get(page) ?? []), run]);
  const page = { sum: undefined as number | undefined, shares: undefined as unknown as BadgeShares };
  page.shares = new BadgeShares({ self, whenGone }, channel, (sum) => {
    page.sum = sum;
  });
  return page;
}

function crashes(self: string): void {
  for (const run of goners.get(self) ?? []) run();
}

it('the badge counts what is missed in all rooms, and reading one leaves the others', () => {
  const [tea, salon] = [opens('a'), opens('b')];
  tea.shares.tell({ room: 'tea', count: 3 });
  salon.shares.tell({ room: 'salon', count: 2 });
  expect([tea.sum, salon.sum]).toEqual([5, 5]);
  salon.shares.tell({ room: 'salon', count: 0 });
  expect([tea.sum, salon.sum]).toEqual([3, 3]);
});

it('a page that comes later hears what the others count', () => {
  const tea = opens('a');
  tea.shares.tell({ room: 'tea', count: 3 });
  const salon = opens('b');
  salon.shares.tell({ room: 'salon', count: 1 });
  expect(salon.sum).toBe(4);
});

it('two pages of one room count once', () => {
  const [one, other] = [opens('a'), opens('b')];
  one.shares.tell({ room: 'tea', count: 3 });
  other.shares.tell({ room: 'tea', count: 3 });
  expect(one.sum).toBe(3);
});

it('what a page counted that is gone, by a crash too, is counted no more; what is back is', () => {
  const [tea, salon] = [opens('a'), opens('b')];
  tea.shares.tell({ room: 'tea', count: 3 });
  salon.shares.tell({ room: 'salon', count: 2 });
  tea.shares.pause();
  expect(salon.sum).toBe(2);
  tea.shares.resume();
  expect(salon.sum).toBe(5);
  crashes('a');
  expect(salon.sum).toBe(2);
});
