import { describe, expect, it } from 'vitest';
import { aRoom, type Person, type RoomUnderTest, words } from '../support/room-builders.ts';
import { welcomeIn } from '../support/welcome-in.ts';

/** Ann, Bob on two connections, and Eve; all that was told so far let go of. */
function threePeople(): { room: RoomUnderTest; ann: Person; bob: Person; bobToo: Person; eve: Person } {
  const room = aRoom();
  const [ann, bob] = [room.join('Ann'), room.join('Bob')];
  const everybody = { room, ann, bob, bobToo: bob.alsoJoins(), eve: room.join('Eve', { role: 'owner' }) };
  room.hush();
  return everybody;
}

describe('a private message', () => {
  it('[S6] is delivered to its members and the sender, on every connection, and to nobody else', () => {
    const { room, ann, bob, bobToo, eve } = threePeople();
    const annToo = ann.alsoJoins();
    room.hush();
    ann.sends('psst', { to: ['bob'] });
    const copies = [ann, annToo, bob, bobToo].map((person) => room.told(person));
    expect(copies[0]).toMatchObject([{ seq: 1, text: 'psst', to: ['bob'] }]);
    for (const copy of copies) expect(copy).toEqual(copies[0]);
    expect(room.told(eve)).toEqual([]);
  });

  it('[S6] comes once to a sender who names itself', () => {
    const { room, ann } = threePeople();
    expect(words(ann.sends('psst', { to: ['ann', 'bob'] }))).toEqual(['message']);
    expect(words(room.told(ann))).toEqual(['message']);
  });

  it('[S6] to nobody who is there is stored all the same, and its answer is that of any other', () => {
    const { ann } = threePeople();
    expect(ann.sends('psst', { id: 'a', to: ['nobody'] })).toMatchObject([{ seq: 1, to: ['nobody'] }]);
    expect(ann.sends('psst', { id: 'b', to: ['bob'] })).toMatchObject([{ seq: 2, to: ['bob'] }]);
  });

  it('[S6] awaits a member who is away', () => {
    const { ann, bob, bobToo } = threePeople();
    bob.leaves();
    bobToo.leaves();
    ann.sends('psst', { to: ['bob'] });
    expect(bob.returns().messages).toMatchObject([{ text: 'psst' }]);
  });

  it.each([
    ['edit', (ann: Person) => ann.edits(1, 'psst!')],
    ['reaction', (ann: Person) => ann.reacts(1, '👍')],
    ['delete', (ann: Person) => ann.deletes(1)],
  ] as const)('[S6] has its %s told to its readers alone', (type, change) => {
    const { room, ann, bob, bobToo, eve } = threePeople();
    ann.sends('psst', { to: ['bob'] });
    room.hush();
    change(ann);
    expect([ann, bob, bobToo].map((person) => words(room.told(person)))).toEqual([[type], [type], [type]]);
    expect(room.told(eve)).toEqual([]);
  });
});

describe('for everybody else a private message', () => {
  it('[S6] is not_found to edit, delete, react on and reply to, even for an owner', () => {
    const { room, ann, eve } = threePeople();
    ann.sends('psst', { to: ['bob'] });
    expect(words(eve.edits(1, 'x'))).toEqual(['not_found']);
    expect(words(eve.deletes(1))).toEqual(['not_found']);
    expect(words(eve.reacts(1, '👍'))).toEqual(['not_found']);
    expect(words(eve.reacts(1, 'no emoji'))).toEqual(['not_found']);
    expect(words(eve.reacts(1, '👍', { on: false }))).toEqual(['not_found']);
    expect(words(eve.sends('x', { replyTo: 1 }))).toEqual(['not_found']);
    expect(room.transcript.head).toBe(1);
  });

  it('[S6] is refused in the very words of a message that does not exist, and a tombstone is too', () => {
    const { ann, eve } = threePeople();
    ann.sends('psst', { to: ['bob'] });
    const hidden = [eve.edits(1, ''), eve.deletes(1), eve.reacts(1, 'x')];
    ann.deletes(1);
    expect([eve.edits(1, ''), eve.deletes(1), eve.reacts(1, 'x')]).toEqual(hidden);
    expect([eve.edits(9, ''), eve.deletes(9), eve.reacts(9, 'x')]).toEqual(hidden);
  });

  it('[S6] is on no page, in no direction', () => {
    const { ann, eve } = threePeople();
    for (const text of ['1', 'psst', '3', 'psst', '5'])
      ann.sends(text, text === 'psst' ? { to: ['bob'] } : {});
    const seqs = (messages: readonly { seq: number }[]) => messages.map(({ seq }) => seq);
    expect(seqs(eve.pages().messages)).toEqual([1, 3, 5]);
    expect(seqs(eve.pages({ before: 5 }).messages)).toEqual([1, 3]);
    expect(seqs(eve.pages({ after: 1 }).messages)).toEqual([3, 5]);
    expect(seqs(eve.pages({ around: 3 }).messages)).toEqual([1, 3, 5]);
    expect(seqs(eve.pages({ around: 2 }).messages)).toEqual([1, 3, 5]);
  });

  it('[S6] counts for no `more` and no `newer`, nor towards the limit', () => {
    const { ann, eve } = threePeople();
    for (const text of ['psst', 'two', 'three', 'psst'])
      ann.sends(text, text === 'psst' ? { to: ['bob'] } : {});
    expect(eve.pages({ limit: 2 })).toMatchObject({ messages: [{ seq: 2 }, { seq: 3 }], more: false });
    expect(eve.pages({ before: 2 })).toMatchObject({ messages: [], more: false });
    expect(eve.pages({ after: 1, limit: 2 })).toMatchObject({
      messages: [{ seq: 2 }, { seq: 3 }],
      more: false,
    });
    expect(eve.pages({ around: 3, limit: 2 })).toMatchObject({ more: false, newer: false });
    expect(ann.pages({ limit: 2 }).more).toBe(true);
    expect(ann.pages({ after: 1, limit: 2 }).more).toBe(true);
    expect(ann.pages({ around: 3, limit: 2 })).toMatchObject({ more: true, newer: true });
  });

  it('[S6] is in no welcome', () => {
    const { room, ann } = threePeople();
    ann.sends('psst', { to: ['bob'] });
    expect(welcomeIn(room.connect().joins('New'))).toMatchObject({
      messages: [],
      more: false,
      room: { head: 1 },
    });
  });

  it('[S6] is in no resume, nor is anything that happened to it', () => {
    const { room, ann, bob, eve } = threePeople();
    const { log } = room.summary();
    ann.sends('psst', { to: ['bob'] });
    bob.reacts(1, '👍');
    ann.edits(1, 'psst!');
    ann.deletes(1);
    ann.sends('hello');
    const resumed = (person: Person) =>
      person.returns({ log: log ?? '', after: 0 }).events?.map(({ seq }) => seq);
    expect(resumed(eve)).toEqual([5]);
    expect(resumed(bob)).toEqual([1, 2, 3, 4, 5]);
    expect(resumed(ann)).toEqual([1, 2, 3, 4, 5]);
  });

  it('[S6] is not over HTTP, where nobody is anybody', () => {
    const { room, ann } = threePeople();
    ann.sends('psst', { to: ['bob'] });
    ann.sends('hello');
    ann.sends('psst', { to: ['bob'] });
    expect(room.reads({})).toMatchObject({ messages: [{ seq: 2 }], more: false, head: 3 });
    expect(room.reads({ around: 2, limit: 1 })).toMatchObject({
      messages: [{ seq: 2 }],
      more: false,
      newer: false,
    });
  });

  it('[S6] is not readable by sending under the same id', () => {
    const { ann, eve } = threePeople();
    ann.sends('psst', { id: 'm1', to: ['bob'] });
    expect(eve.sends('mine', { id: 'm1', since: 0 })).toMatchObject([{ seq: 2, text: 'mine' }]);
  });
});
