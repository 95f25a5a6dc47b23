import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NOTHING_YET } from '../../src/client/state.ts';
import type { Message } from '../../src/protocol/server-message.ts';
import { Arrivals } from '../../src/web/room/arrivals.ts';
import { timelineRows } from '../../src/web/room/rows.ts';
import { Unread } from '../../src/web/room/unread.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { bob, said } from './people.ts';

beforeEach(() => void vi.stubGlobal('localStorage', new MemoryStorage()));
afterEach(() => void vi.unstubAllGlobals());

const unread = () => new Unread('tea', ({ to }) => to !== undefined);

const see = (missed: Unread, messages: readonly Message[], isSeen: boolean, log?: string) =>
  missed.update({ messages, self: { ...bob, role: 'member' }, ...(log !== undefined && { log }) }, isSeen);

it('what others say while nobody looks is counted, and what is for us once more', () => {
  const missed = unread();
  const first = said('Seen');
  see(missed, [first], true);
  const more = [said('For all'), said('Aside', { to: ['bob'] }), said('Ours', { from: bob })];
  see(missed, [first, ...more], false);
  expect([missed.count.value, missed.forUs.value, missed.line.value]).toEqual([2, 1, first.seq]);
});

it('nothing is missed once it was seen', () => {
  const missed = unread();
  const messages = [said('Seen'), said('Aside', { to: ['bob'] })];
  see(missed, messages.slice(0, 1), true);
  see(missed, messages, false);
  see(missed, messages, true);
  expect([missed.count.value, missed.forUs.value]).toEqual([0, 0]);
});

it('[R1] what is said in a room that was deleted and is used anew is new, however little that is', () => {
  see(unread(), [said('Long ago', { seq: 500 })], true, 'first');
  const anew = unread();
  see(anew, [said('Hello?', { seq: 1 }), said('Anybody?', { seq: 2 })], false, 'second');
  expect([anew.count.value, anew.line.value]).toEqual([2, 0]);
  see(anew, [said('Hello?', { seq: 1 })], true, 'second');
  expect(unread().count.value).toBe(0);
});

it('the first word in a room that was seen empty is new', () => {
  const missed = unread();
  see(missed, [], true, 'first');
  see(missed, [said('Anybody?', { seq: 1 })], false, 'first');
  expect([missed.count.value, missed.line.value]).toEqual([1, 0]);
});

it('[R1] what another page has seen of a room that is used anew is not taken back', () => {
  see(unread(), [said('Long ago', { seq: 500 })], true, 'first');
  const late = unread();
  see(unread(), [said('Hello?', { seq: 5 })], true, 'second');
  see(late, [said('Hello?', { seq: 5 }), said('Again', { seq: 6 })], false, 'second');
  expect(late.count.value).toBe(1);
});

it('[R1] what was seen before its log was known is a seq of the log that comes to be known', () => {
  see(unread(), [said('Seen', { seq: 7 })], true);
  const known = unread();
  see(known, [said('Seen', { seq: 7 })], false, 'first');
  expect(known.count.value).toBe(0);
  const anew = unread();
  see(anew, [said('Hello?', { seq: 1 })], false, 'second');
  expect(anew.count.value).toBe(1);
});

it('what was deleted is neither missed, nor new, nor read aloud', () => {
  const first = said('Seen');
  const gone = said('', { deleted: true });
  const next = said('Still there');
  const missed = unread();
  see(missed, [first], true);
  see(missed, [first, gone], false);
  expect([missed.count.value, missed.line.value]).toEqual([0, undefined]);
  see(missed, [first, gone, next], false);
  expect(missed.count.value).toBe(1);
  const rows = timelineRows([first, gone, next], [], 'bob', first.seq);
  expect(
    rows.filter(({ kind }) => kind !== 'day').map((row) => ('count' in row ? row.count : row.key)),
  ).toEqual([`ann:${first.id}`, `ann:${gone.id}`, 1, `ann:${next.id}`]);
  const arrivals = new Arrivals();
  const state = { ...NOTHING_YET, self: { ...bob, role: 'member' as const } };
  arrivals.take({ ...state, messages: [first] });
  expect(arrivals.take({ ...state, messages: [first, gone, next] })).toEqual([next]);
});
