import { describe, expect, it } from 'vitest';
import { aRoom, words } from '../support/room-builders.ts';

/** Ann on two connections, and Bob. */
function twoPeople() {
  const room = aRoom();
  const ann = room.join('Ann');
  const people = { room, ann, annToo: ann.alsoJoins(), bob: room.join('Bob') };
  room.hush();
  return people;
}

describe('leaving', () => {
  it('[P1] is told to the others once the last connection is closed', () => {
    const { room, ann, annToo, bob } = twoPeople();
    ann.leaves();
    expect(room.told(bob)).toEqual([]);
    annToo.leaves();
    expect(room.told(bob)).toEqual([{ type: 'presence', left: ['ann'], count: 1 }]);
  });

  it('[P1] twice is leaving once', () => {
    const { room, annToo, bob } = twoPeople();
    bob.leaves();
    room.hush();
    bob.leaves();
    expect(room.told(annToo)).toEqual([]);
    expect(room.summary().count).toBe(1);
  });

  it('[P1] twice on one connection leaves the other one alone', () => {
    const { room, ann, annToo } = twoPeople();
    ann.leaves();
    ann.leaves();
    expect(words(annToo.sends('still here'))).toEqual(['message']);
    expect(room.summary().count).toBe(2);
  });

  it('[P1] is told after hibernation as before', () => {
    const { room, ann, annToo, bob } = twoPeople();
    room.hibernates();
    ann.leaves();
    annToo.leaves();
    expect(room.told(bob)).toEqual([{ type: 'presence', left: ['ann'], count: 1 }]);
  });

  it('[P1] ends what a connection may do', () => {
    const { room, bob } = twoPeople();
    bob.leaves();
    expect(bob.sends('ghost')).toEqual([]);
    expect(room.transcript.head).toBe(0);
  });

  it('[P1] and coming back is told anew', () => {
    const { room, annToo, bob } = twoPeople();
    bob.leaves();
    room.hush();
    bob.alsoJoins('Bob');
    expect(room.told(annToo)).toEqual([{ type: 'presence', joined: [{ id: 'bob', name: 'Bob' }], count: 2 }]);
  });

  it('[R5] stores nothing, no more than coming does', () => {
    const { room, bob } = twoPeople();
    bob.leaves();
    expect(room.summary()).toMatchObject({ head: 0, count: 1 });
  });
});

describe('typing', () => {
  it('[P2] is told to the others, not to the connections of who types', () => {
    const { room, ann, annToo, bob } = twoPeople();
    expect(ann.types()).toEqual([]);
    expect([room.told(annToo), room.told(bob)]).toEqual([[], [{ type: 'typing', id: 'ann', on: true }]]);
    ann.types(false);
    expect(room.told(bob)).toEqual([{ type: 'typing', id: 'ann', on: false }]);
    expect(room.transcript.head).toBe(0);
  });

  it('[F7] with an id is done, to its sender alone', () => {
    const { room, ann, annToo } = twoPeople();
    expect(ann.types(true, { id: 't1' })).toEqual([{ type: 'done', id: 't1' }]);
    expect(room.told(annToo)).toEqual([]);
  });
});

describe('a new name', () => {
  it('[P3] is told as a change to everybody', () => {
    const { room, ann, annToo, bob } = twoPeople();
    ann.renames('Anna');
    const changed = { type: 'presence', changed: [{ id: 'ann', name: 'Anna' }], count: 2 };
    expect([ann, annToo, bob].map((person) => room.told(person))).toEqual([[changed], [changed], [changed]]);
  });

  it('[P3] holds for the messages of every connection, hibernation or not', () => {
    const { room, ann, annToo } = twoPeople();
    ann.renames('Anna');
    expect(annToo.sends('one')).toMatchObject([{ from: { name: 'Anna' } }]);
    room.hibernates();
    expect(annToo.sends('two')).toMatchObject([{ from: { name: 'Anna' } }]);
  });

  it('[P3] is in the roster of who joins next', () => {
    const { ann, bob } = twoPeople();
    ann.renames('Anna');
    expect(bob.returns().members).toContainEqual({ id: 'ann', name: 'Anna' });
  });

  it('[J4] is cleaned, and refused where nothing remains', () => {
    const { room, ann, bob } = twoPeople();
    expect(ann.renames(' A\u200Bnna ')).toMatchObject([{ changed: [{ name: 'Anna' }] }]);
    room.hush();
    expect(ann.renames('\u200B', { id: 'r1' })).toMatchObject([{ code: 'bad_name', id: 'r1' }]);
    expect(words(ann.renames('x'.repeat(33)))).toEqual(['bad_name']);
    expect(room.told(bob)).toEqual([]);
  });

  it('[J4] that another member holds gets a number', () => {
    const { ann } = twoPeople();
    expect(ann.renames('BOB')).toMatchObject([{ changed: [{ name: 'BOB 2' }] }]);
  });

  it('[J4] that is one’s own but for case gets none', () => {
    const { ann } = twoPeople();
    expect(ann.renames('ANN')).toMatchObject([{ changed: [{ id: 'ann', name: 'ANN' }] }]);
  });

  it('[J4] takes the old one out of use', () => {
    const { ann, bob } = twoPeople();
    ann.renames('Anna');
    expect(bob.renames('Ann')).toMatchObject([{ changed: [{ name: 'Ann' }] }]);
    expect(ann.renames('Bob')).toMatchObject([{ changed: [{ name: 'Bob' }] }]);
  });

  it('[F7] that is the old one is done', () => {
    const { room, ann, bob } = twoPeople();
    expect(ann.renames(' Ann ', { id: 'r1' })).toEqual([{ type: 'done', id: 'r1' }]);
    expect(ann.renames('Ann')).toEqual([]);
    expect(room.told(bob)).toEqual([]);
  });

  it('[F7] that comes to the old one, the one asked for being taken, is done', () => {
    const { ann, bob } = twoPeople();
    bob.renames('Ann');
    expect(bob.renames('Ann', { id: 'r1' })).toEqual([{ type: 'done', id: 'r1' }]);
    expect(ann.sends('x')).toMatchObject([{ from: { name: 'Ann' } }]);
  });
});
