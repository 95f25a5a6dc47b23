import { describe, expect, it } from 'vitest';
import type { PageRange } from '../../src/protocol/client-message.ts';
import { aRoom, type Person, words } from '../support/room-builders.ts';

function aTalkOf(count: number): Person {
  const ann = aRoom().join('Ann');
  ann.sendsMany(count);
  return ann;
}

const seqs = (reader: Person, range: PageRange = {}) => reader.pages(range).messages.map(({ seq }) => seq);
const fromTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('a page', () => {
  it('[R4] of an empty room is empty', () => {
    expect(aRoom().join('Ann').pages()).toEqual({ type: 'page', messages: [], more: false });
  });

  it('[R4] carries the id of what asked for it, and goes to who asked alone', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    expect(ann.says({ type: 'page', id: 'p1' })).toEqual([
      { type: 'page', id: 'p1', messages: [], more: false },
    ]);
    expect(room.told(bob)).toEqual([]);
  });

  it('[R4] is the newest 50 where nothing else is asked', () => {
    const ann = aTalkOf(60);
    expect(seqs(ann)).toEqual(fromTo(11, 60));
    expect(ann.pages().more).toBe(true);
    expect(aTalkOf(50).pages().more).toBe(false);
  });

  it('[R4] holds `limit` messages', () => {
    const ann = aTalkOf(120);
    expect(seqs(ann, { limit: 1 })).toEqual([120]);
    expect(seqs(ann, { limit: 100 })).toEqual(fromTo(21, 120));
  });

  it('[R4] before a seq ends just before it, ascending', () => {
    const ann = aTalkOf(10);
    expect(seqs(ann, { before: 7, limit: 3 })).toEqual([4, 5, 6]);
    expect(ann.pages({ before: 7, limit: 3 }).more).toBe(true);
    expect(ann.pages({ before: 4, limit: 3 }).more).toBe(false);
    expect(ann.pages({ before: 5, limit: 3 }).more).toBe(true);
  });

  it('[R4] before the first, or after the last, is empty', () => {
    const ann = aTalkOf(3);
    expect(ann.pages({ before: 1 })).toMatchObject({ messages: [], more: false });
    expect(ann.pages({ before: 0 })).toMatchObject({ messages: [], more: false });
    expect(ann.pages({ after: 3 })).toMatchObject({ messages: [], more: false });
  });

  it('[R4] before a seq past the head is the newest', () => {
    expect(seqs(aTalkOf(3), { before: 1_000_000 })).toEqual([1, 2, 3]);
  });

  it('[R4] after a seq begins just after it, and `more` is about newer ones', () => {
    const ann = aTalkOf(10);
    expect(seqs(ann, { after: 4, limit: 3 })).toEqual([5, 6, 7]);
    expect(ann.pages({ after: 4, limit: 3 }).more).toBe(true);
    expect(ann.pages({ after: 7, limit: 3 }).more).toBe(false);
    expect(seqs(ann, { after: 0, limit: 2 })).toEqual([1, 2]);
  });

  it('[R4] in one direction says nothing of `newer`', () => {
    const ann = aTalkOf(10);
    for (const range of [{}, { before: 5 }, { after: 5 }])
      expect(ann.pages(range)).not.toHaveProperty('newer');
  });

  it('[R4] around a seq holds it, and both sides of it', () => {
    const ann = aTalkOf(20);
    expect(seqs(ann, { around: 10, limit: 6 })).toEqual(fromTo(7, 12));
    expect(seqs(ann, { around: 10, limit: 1 })).toEqual([10]);
    expect(ann.pages({ around: 10, limit: 6 })).toMatchObject({ more: true, newer: true });
  });

  it('[R4] around the newest is filled with older ones', () => {
    const ann = aTalkOf(20);
    expect(seqs(ann, { around: 20, limit: 6 })).toEqual(fromTo(15, 20));
    expect(ann.pages({ around: 20, limit: 6 })).toMatchObject({ more: true, newer: false });
  });

  it('[R4] around the oldest says that there are no older ones, but newer ones', () => {
    const ann = aTalkOf(20);
    expect(ann.pages({ around: 1, limit: 6 })).toMatchObject({ more: false, newer: true });
    expect(seqs(ann, { around: 1, limit: 6 })[0]).toBe(1);
  });

  it('[R4] around a seq is never longer than `limit`, never broken, and right about both ends', () => {
    const ann = aTalkOf(9);
    for (let around = 0; around <= 11; around++) {
      for (let limit = 1; limit <= 11; limit++) {
        const { messages, more, newer } = ann.pages({ around, limit });
        const [first = 10, last = 9] = [messages[0]?.seq, messages.at(-1)?.seq];
        expect(messages.length).toBeLessThanOrEqual(limit);
        expect(messages.map(({ seq }) => seq)).toEqual(fromTo(first, last));
        if (messages.length > 0) expect([more, newer]).toEqual([first > 1, last < 9]);
      }
    }
  });

  it('[R4] shows messages as they now stand', () => {
    const ann = aTalkOf(2);
    ann.edits(1, 'hi');
    ann.reacts(1, '👍');
    ann.deletes(2);
    for (const range of [{}, { after: 0 }, { around: 2 }, { before: 3 }]) {
      expect(ann.pages(range).messages).toMatchObject([
        { text: 'hi', reactions: { '👍': ['ann'] } },
        { deleted: true },
      ]);
    }
  });

  it('[R4] of a range out of bounds is bad_frame', () => {
    const ann = aTalkOf(3);
    const wrong = ['"limit":0', '"limit":101', '"limit":1.5', '"before":-1', '"after":0.5', '"around":"1"'];
    const twice = ['"before":1,"after":1', '"around":1,"after":1', '"before":1,"around":1'];
    for (const fields of [...wrong, ...twice].slice(0, 8)) {
      expect(words(ann.frame(`{"type":"page","id":"p1",${fields}}`))).toEqual(['bad_frame']);
    }
  });
});

describe('a page of large messages', () => {
  const large = () => {
    const ann = aRoom().join('Ann');
    for (let sent = 0; sent < 40; sent++) ann.sends('👍'.repeat(4_000));
    return ann;
  };
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

  it.each([{}, { before: 30 }, { after: 5 }, { around: 20 }])(
    '[R4] (%o) stays within 256 KiB, and fills it',
    (range) => {
      const page = large().pages({ ...range, limit: 100 });
      expect(bytes(page)).toBeLessThanOrEqual(262_144);
      expect(bytes(page)).toBeGreaterThan(262_144 - 2 * 17_000);
      expect(page.more).toBe(true);
      if ('around' in range) expect(page.newer).toBe(true);
    },
  );

  it('[R4] stays within 256 KiB to the byte, and leaves out what would not fit', () => {
    const newest = (length: number) => {
      const ann = aRoom().join('Ann');
      ann.sends('x'.repeat(length));
      ann.sends('x'.repeat(1_000));
      for (let sent = 0; sent < 16; sent++) ann.sends('👍'.repeat(4_000));
      return ann.says({ type: 'page', id: 'p'.repeat(64) })[0];
    };
    const brimful = 1 + 262_144 - bytes(newest(1));
    for (const more of [1, 30, 60, 90, 120])
      expect(bytes(newest(brimful + more))).toBeLessThanOrEqual(262_144);
    expect(newest(brimful + 1)).toMatchObject({ more: true, messages: { length: 17 } });
  });

  it('[R4] around the newest is filled with older ones', () => {
    expect(bytes(large().pages({ around: 40, limit: 100 }))).toBeGreaterThan(262_144 - 2 * 17_000);
  });

  it('[R4] around a seq holds it all the same, unbroken', () => {
    const seen = seqs(large(), { around: 20, limit: 100 });
    expect(seen).toContain(20);
    expect(seen).toEqual(fromTo(seen[0] ?? 0, seen.at(-1) ?? 0));
  });

  it('[R4] leads on to all the others, none left out, none twice', () => {
    const ann = large();
    const backwards: number[] = [];
    for (let before = 41; before > 1; before = backwards[0] ?? 0) backwards.unshift(...seqs(ann, { before }));
    expect(backwards).toEqual(fromTo(1, 40));
  });
});

describe('what anybody may read', () => {
  it('[R5] is a page of what is public, as of the head', () => {
    const room = aRoom();
    room.join('Ann').sendsMany(3);
    expect(room.reads({ limit: 2 })).toMatchObject({
      messages: [{ seq: 2 }, { seq: 3 }],
      more: true,
      head: 3,
    });
  });

  it('[R5] of an unused room is nothing, and stores nothing', () => {
    const room = aRoom();
    expect(room.reads({})).toEqual({ messages: [], more: false, head: 0 });
    expect(room.summary()).toEqual({ room: 'lobby', log: null, head: 0, count: 0 });
    expect(room.transcript.log).toBeNull();
  });

  it('[R5] is summed up by log, head and count', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.alsoJoins();
    room.connect();
    ann.sends('hello');
    expect(room.summary()).toEqual({ room: 'lobby', log: 'made-1', head: 1, count: 1 });
  });
});
