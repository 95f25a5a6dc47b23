import { expect, it } from 'vitest';
import { Unread } from '../../src/web/room/unread.ts';
import { bob, said } from './people.ts';

const unread = () => new Unread('tea', ({ to }) => to !== undefined);

it('what others say while nobody looks is counted, and what is for us once more', () => {
  const missed = unread();
  const first = said('Seen');
  missed.update([first], 'bob', true);
  const more = [said('For all'), said('Aside', { to: ['bob'] }), said('Ours', { from: bob })];
  missed.update([first, ...more], 'bob', false);
  expect([missed.count.value, missed.forUs.value, missed.line.value]).toEqual([2, 1, first.seq]);
});

it('nothing is missed once it was seen', () => {
  const missed = unread();
  const messages = [said('Seen'), said('Aside', { to: ['bob'] })];
  missed.update(messages.slice(0, 1), 'bob', true);
  missed.update(messages, 'bob', false);
  missed.update(messages, 'bob', true);
  expect([missed.count.value, missed.forUs.value]).toEqual([0, 0]);
});
