import { describe, expect, it } from 'vitest';
import { listedName } from '../../src/web/parts/listed-name.ts';
import { timeAgo } from '../../src/web/parts/times.ts';
import { newsIn } from '../../src/web/start/room-news.ts';
import { bob, said } from './people.ts';

describe('a recent room', () => {
  it('has as much news as others have said and not taken back', () => {
    const messages = [said('One'), said('', { deleted: true }), said('Own', { from: bob })];
    expect(newsIn({ messages, more: false }, 'bob')).toEqual({ count: 1, isMore: false });
    expect(newsIn({ messages, more: true }, 'bob')).toEqual({ count: 1, isMore: true });
  });

  it('is called by the first letters of its name where it is private', () => {
    expect(listedName('prv-k3f9abcd')).toBe('Private room k3f9…');
    expect(listedName('tea')).toBe('tea');
  });

  it.each([
    [5_000, /now|second/],
    [5 * 60_000, /^5 minutes ago$/],
    [3 * 3_600_000, /^3 hours ago$/],
    [86_400_000, /^yesterday$/],
    [9 * 86_400_000, /1970/],
  ])('was active %d ms ago', (ago, words) => {
    expect(timeAgo(1_000_000, 1_000_000 + ago)).toMatch(words);
  });
});
