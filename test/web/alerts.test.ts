import { describe, expect, it } from 'vitest';
import type { RoomState } from '../../src/client/state.ts';
import { alertOf, within } from '../../src/web/room/alert-words.ts';
import { Arrivals } from '../../src/web/room/arrivals.ts';
import { bob, said } from './people.ts';

const state = (...messages: ReturnType<typeof said>[]) => ({ self: bob, messages }) as unknown as RoomState;

it('what was there on arriving is no news, and news is news once', () => {
  const arrivals = new Arrivals();
  const [old, fresh, own] = [said('Old'), said('Fresh'), said('Own', { from: bob })];
  expect(arrivals.take(state(old))).toEqual([]);
  expect(arrivals.take(state(old, fresh, own))).toEqual([fresh]);
  expect(arrivals.take(state(old, fresh, own))).toEqual([]);
});

describe('an alert', () => {
  const isForUs = ({ to }: ReturnType<typeof said>) => to !== undefined;
  const open = said('To all');
  const aside = said('Aside', { to: ['bob'] });

  it('is of as much as the person chose', () => {
    const messages = [open, aside, said('', { deleted: true })];
    expect(within('all', messages, isForUs)).toEqual([open, aside]);
    expect(within('forUs', messages, isForUs)).toEqual([aside]);
    expect(within('nothing', messages, isForUs)).toEqual([]);
  });

  it('says one message in its words, and a burst as a number', () => {
    expect(alertOf([open], 'tea')).toEqual({ title: 'Ann · tea', body: 'To all', seq: open.seq });
    expect(alertOf([aside], 'tea')?.title).toBe('Ann, privately · tea');
    expect(alertOf([open, aside], 'tea')).toEqual({ title: 'tea', body: '2 new messages', seq: open.seq });
    expect(alertOf([], 'tea')).toBeUndefined();
  });
});
