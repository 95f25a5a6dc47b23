import { describe, expect, it } from 'vitest';
import type { RoomState } from '../../src/client/state.ts';
import { lineNews } from '../../src/terminal/line-news.ts';
import { newsOf } from '../../src/terminal/news.ts';
import { ann, ben, message } from '../client/fake-room.ts';
import { NOON, plainLook, stateWith } from './states.ts';

const nothing = (() => {
  const { self, ...state } = stateWith({ members: [], line: { state: 'connecting' } });
  return state;
})();
const news = (before: RoomState, after: RoomState) => newsOf(before, after, plainLook);
const said = (seq: number, more: Parameters<typeof message>[1] = {}) => message(seq, { at: NOON, ...more });
const one = stateWith({ messages: [said(1)] });

describe('messages', () => {
  it('come with the newest page, and then live, each once', () => {
    const two = { ...one, messages: [...one.messages, said(4, { from: ann })] };
    expect(news(nothing, one)).toEqual(['12:00 Ben: text 1']);
    expect(news(one, two)).toEqual(['12:00 Ann: text 4']);
    expect(news(two, { ...two })).toEqual([]);
  });

  it('of another day tell the day', () => {
    const at = new Date(2026, 10, 19, 23, 59).getTime();
    expect(news(nothing, stateWith({ messages: [said(1, { at })] }))).toEqual([
      '2026-11-19 23:59 Ben: text 1',
    ]);
  });

  it('of several lines are set in', () => {
    expect(news(nothing, stateWith({ messages: [said(1, { text: 'a\nb' })] }))).toEqual([
      '12:00 Ben: a\n      b',
    ]);
  });

  it('tell that they are private, and to whom', () => {
    const messages = [said(1, { to: ['ann', 'gone'] }), said(2, { from: ann, to: ['ben'] })];
    expect(news(nothing, stateWith({ messages }))).toEqual([
      '12:00 Ben (private to you, somebody who left): text 1',
      '12:00 Ann (private to Ben): text 2',
    ]);
  });

  it('tell that they were edited or deleted before', () => {
    const { text, ...tombstone } = said(2, { deleted: true });
    expect(news(nothing, stateWith({ messages: [said(1, { edited: NOON }), tombstone] }))).toEqual([
      '12:00 Ben (edited): text 1',
      '12:00 Ben (deleted)',
    ]);
  });

  it('tell again when they are edited or deleted now', () => {
    const { text, ...tombstone } = said(1, { deleted: true });
    expect(news(one, { ...one, messages: [said(1, { text: 'b', edited: NOON })] })).toEqual([
      'Changed: 12:00 Ben (edited): b',
    ]);
    expect(news(one, { ...one, messages: [tombstone] })).toEqual(['Deleted: 12:00 Ben (deleted)']);
    expect(news(one, { ...one, messages: [said(1, { reactions: { '👍': ['ann'] } })] })).toEqual([]);
  });

  it('[R2] say where some are missing', () => {
    const after = { ...one, messages: [said(90), said(91)], hasOlder: true };
    expect(news(one, after)).toEqual([
      'More was said meanwhile than is shown here.',
      '12:00 Ben: text 90',
      '12:00 Ben: text 91',
    ]);
    expect(news(one, { ...after, hasOlder: false })).toHaveLength(2);
    expect(news(nothing, after)).toHaveLength(2);
  });

  it.each([
    ['higher', [said(1, { id: 'anew' }), said(2)], 2],
    ['lower', [said(2, { id: 'anew' })], 1],
  ])('[R2] all are new in a room begun anew, its head being %s', (_, messages, count) => {
    const before = stateWith({ messages: _ === 'lower' ? [said(2), said(5)] : [said(1)] });
    expect(news(before, { ...before, messages })).toHaveLength(count);
  });
});

describe('members', () => {
  it('come, go and change their names', () => {
    const carl = { id: 'carl', name: 'Carl' };
    expect(news(one, { ...one, members: [ann, carl] })).toEqual(['Came: Carl', 'Went: Ben']);
    expect(news(one, { ...one, members: [ann, { ...ben, name: 'Benno' }] })).toEqual([
      'Renamed: Ben is now Benno',
    ]);
  });

  it('who were there before us did not come', () => {
    expect(news(nothing, stateWith())).toEqual([]);
  });
});

describe('the line', () => {
  const told = (before: RoomState, after: RoomState) => lineNews(before, after, 'tea');
  const down = stateWith({ line: { state: 'waiting', retryAt: 1 } });
  const again = stateWith({ line: { state: 'connecting' } });

  it('tells who and where one is', () => {
    expect(told({ ...nothing, line: { state: 'idle' } }, nothing)).toBe('Joining tea …');
    expect(told(nothing, stateWith())).toBe('In tea as Ann. 2 here: Ann, Ben');
  });

  it('counts a crowd', () => {
    const members = Array.from({ length: 200 }, (_, number) => ({ id: `m${number}`, name: `N${number}` }));
    expect(told(nothing, stateWith({ members, count: 300 }))).toMatch(
      /^In tea as Ann\. 300 here: .*N19 and 280 more$/,
    );
  });

  it('tells of an outage its start and its end', () => {
    expect(told(stateWith(), down)).toBe('The line to tea is down. Trying to come back …');
    expect(told(down, again)).toBeUndefined();
    expect(told(again, stateWith({ line: { state: 'waiting', retryAt: 2 } }))).toBeUndefined();
    expect(told(again, stateWith())).toBe('Back in tea as Ann.');
    expect(told(one, { ...one, count: 3 })).toBeUndefined();
  });
});
