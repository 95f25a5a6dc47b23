import { describe, expect, it } from 'vitest';
import { searchLimits } from '../../src/protocol/search-limits.ts';
import { aRoom, words } from '../support/room-builders.ts';
import { saying, searches, seqs } from '../support/searching.ts';

describe('a search', () => {
  it('[R7] finds the messages that hold every word, ascending, and says that there are no older ones', () => {
    const ann = saying('a table', 'a chair', 'The Tables, and a chair');
    expect(searches(ann, 'table')).toMatchObject({
      type: 'found',
      messages: [{ seq: 1, text: 'a table' }, { seq: 3 }],
      more: false,
    });
    expect(seqs(ann, ' chair  TABLE ')).toEqual([3]);
    expect(seqs(ann, 'bench')).toEqual([]);
  });

  it('[R7] carries the id of what asked for it, and goes to who asked alone; nothing is stored', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    expect(ann.says({ type: 'search', id: 's1', query: 'x' })).toEqual([
      { type: 'found', id: 's1', messages: [], more: false },
    ]);
    expect(room.told(bob)).toEqual([]);
    expect(room.transcript.head).toBe(0);
  });

  it('[R7] before a seq looks through what is older', () => {
    expect(seqs(saying('x', 'x', 'x'), 'x', 3)).toEqual([1, 2]);
    expect(seqs(saying('x'), 'x', 0)).toEqual([]);
    expect(seqs(saying('x', 'x'), 'x', 1_000_000)).toEqual([1, 2]);
  });

  it('[R7] looks at texts as they now stand: edited ones as they were edited, of deleted ones nothing', () => {
    const ann = saying('table', 'table', 'bench');
    ann.edits(1, 'bench');
    ann.edits(3, 'table');
    ann.deletes(2);
    expect(seqs(ann, 'table')).toEqual([3]);
    expect(seqs(ann, 'bench')).toEqual([1]);
    expect(seqs(ann, 'e')).toEqual([1, 3]);
  });

  it('[R7] gives messages with all that stands on them', () => {
    const ann = saying('table');
    ann.reacts(1, '👍');
    expect(searches(ann, 'table').messages).toMatchObject([{ reactions: { '👍': ['ann'] } }]);
  });

  it.each([
    ['[S4] [R7] nothing but white space is empty', ' \n', 'empty'],
    ['[R7] nothing but marks is empty', '\u0301 \uFE0F', 'empty'],
    ['[R7] more than 200 code points are too long', '👍'.repeat(201), 'too_long'],
  ])('%s', (_, query, code) => {
    const message = 'A search has a word, and at most 200 characters.';
    expect(saying('x').says({ type: 'search', query })).toMatchObject([{ type: 'error', code, message }]);
  });

  it('[R7] of 200 code points, with white space around them, is answered', () => {
    const query = '👍'.repeat(200);
    expect(seqs(saying(query), `  ${query}  `)).toEqual([1]);
  });

  it('[R7] before the join is not_joined', () => {
    expect(words(aRoom().connect().says({ type: 'search', query: 'x' }))).toEqual(['not_joined']);
  });

  it('[R7] is open to whoever may not write', () => {
    const room = aRoom();
    const owner = room.join('Owner', { role: 'owner' });
    const ann = room.join('Ann');
    ann.sends('table');
    owner.says({ type: 'mute', member: ann.id });
    owner.says({ type: 'settings', locked: true });
    expect(seqs(ann, 'table')).toEqual([1]);
  });
});

describe('[R7] whoever searches finds only what they may read', () => {
  it('[S6] private messages: those who are in it, and nobody else, hosts neither', () => {
    const room = aRoom();
    const [ann, bob, eve] = [room.join('Ann'), room.join('Bob'), room.join('Eve')];
    const owner = room.join('Owner', { role: 'owner' });
    ann.sends('a table for all');
    ann.sends('a table for two', { to: [bob.id] });
    expect([ann, bob, eve, owner].map((who) => seqs(who, 'table'))).toEqual([[1, 2], [1, 2], [1], [1]]);
  });

  it('[S6] nor does the answer tell that there are others: neither `more` nor `before` do', () => {
    const room = aRoom();
    const [ann, bob, eve] = [room.join('Ann'), room.join('Bob'), room.join('Eve')];
    for (let sent = 0; sent < searchLimits.messages; sent++) ann.sends('psst', { to: [bob.id] });
    ann.sends('to all');
    expect(searches(eve, 'x')).toEqual({ type: 'found', messages: [], more: false });
    expect(searches(bob, 'x')).toMatchObject({ more: true, before: 2 });
  });

  it('[H4] history that is closed to newcomers', () => {
    const room = aRoom();
    const owner = room.join('Owner', { role: 'owner' });
    owner.says({ type: 'settings', hidesHistory: true });
    const ann = room.join('Ann');
    ann.sends('an old table');
    const eve = room.join('Eve');
    ann.sends('a new table');
    expect(seqs(ann, 'table').length).toBe(2);
    const { messages, more } = searches(eve, 'table');
    expect([messages.map(({ text }) => text), more]).toEqual([['a new table'], false]);
    expect(searches(eve, 'table', messages[0]?.seq)).toEqual({ type: 'found', messages: [], more: false });
  });

  it('[H9] what is no longer kept', () => {
    const room = aRoom();
    const owner = room.join('Owner', { role: 'owner' });
    owner.sends('table');
    owner.says({ type: 'settings', keepDays: 1 });
    room.passes(2 * 86_400_000);
    room.perform(room.room.expire(room.now));
    expect(searches(owner, 'table')).toEqual({ type: 'found', messages: [], more: false });
  });
});

describe('[E1] a search counts as five commands', () => {
  const rates = { burst: 30, perSecond: 10 };
  const asked = (count: number) =>
    Array.from({ length: count }, () => ({ type: 'search', query: 'x' }) as const);
  const taken = (told: readonly { readonly type: string }[]) =>
    told.filter(({ type }) => type === 'found').length;

  it('[R7] so that six are taken at once, and two a second after that', () => {
    const room = aRoom(rates);
    const ann = room.join('Ann');
    expect(taken(ann.says(...asked(8)))).toBe(6);
    let later = 0;
    for (let ms = 0; ms < 10_000; ms += 100) {
      room.passes(100);
      later += taken(ann.says(...asked(1)));
    }
    expect(later).toBeGreaterThanOrEqual(19);
    expect(later).toBeLessThanOrEqual(21);
  });

  it('[R7] is taken where there is room for one, and what comes next waits for all five', () => {
    const room = aRoom({ burst: 1, perSecond: 10 });
    const ann = room.join('Ann');
    expect(words(ann.says(...asked(1)))).toEqual(['found']);
    expect(ann.sends('x')).toMatchObject([{ code: 'rate_limited', retryAfter: 500 }]);
    room.passes(500);
    expect(words(ann.sends('x'))).toEqual(['message']);
  });

  it('[E2] [R7] for its address as well', () => {
    const room = aRoom({ burst: 1, perSecond: 10 });
    const guests = Array.from({ length: 10 }, (_, index) => {
      const guest = room.connect(`guest-${index}`, 'an address');
      guest.joins();
      return guest;
    });
    room.passes(60_000);
    expect(guests.map((guest) => words(guest.says(...asked(1)))[0])).toEqual([
      ...['found', 'found', 'found', 'found'],
      ...Array.from({ length: 6 }, () => 'rate_limited'),
    ]);
  });
});
