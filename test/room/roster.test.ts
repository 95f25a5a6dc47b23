import { describe, expect, it } from 'vitest';
import { aRoom, words } from '../support/room-builders.ts';
import { welcomeIn } from '../support/welcome-in.ts';

describe('the roster', () => {
  it('[J6] holds everybody present, yourself included', () => {
    const room = aRoom();
    room.join('Ann');
    const { members, count } = welcomeIn(room.connect('bob').joins('Bob'));
    expect(members).toHaveLength(2);
    expect(members).toEqual(
      expect.arrayContaining([
        { id: 'ann', name: 'Ann' },
        { id: 'bob', name: 'Bob' },
      ]),
    );
    expect(count).toBe(2);
  });

  it('[J6] of 200 is whole', () => {
    const room = aRoom();
    room.crowd(199);
    const { members, count } = welcomeIn(room.connect('bob').joins('Bob'));
    expect([new Set(members.map(({ id }) => id)).size, members.length, count]).toEqual([200, 200, 200]);
  });

  it('[J6] of more holds 200, yourself among them, and the count tells the rest', () => {
    const room = aRoom();
    room.crowd(205);
    const { members, count } = welcomeIn(room.connect('bob').joins('Bob'));
    expect([new Set(members.map(({ id }) => id)).size, members.length, count]).toEqual([200, 200, 206]);
    expect(members).toContainEqual({ id: 'bob', name: 'Bob' });
  });

  it('[J6] has last whoever came into view last, though the room slept in between', () => {
    const room = aRoom();
    const outOfView = room.crowd(206).slice(200);
    for (const person of outOfView.slice(0, 5)) person.sends('hi');
    room.hibernates();
    outOfView.at(5)?.sends('hi');
    const { members } = welcomeIn(room.connect('bob').joins('Bob'));
    expect(members.slice(-2).map(({ id }) => id)).toEqual([outOfView.at(5)?.id, 'bob']);
  });

  it('[J6] has last whoever came last, though some who came before had left as the room slept', () => {
    const room = aRoom();
    const [ann, bob] = ['Ann', 'Bob', 'Cy', 'Dan'].map((name) => room.join(name));
    ann?.leaves();
    bob?.leaves();
    room.hibernates();
    room.join('Eve');
    const { members } = welcomeIn(room.connect('fay').joins('Fay'));
    expect(members.map(({ name }) => name)).toEqual(['Cy', 'Dan', 'Eve', 'Fay']);
  });

  it('[J6] of more holds yourself on a further connection too', () => {
    const room = aRoom();
    const first = room.crowd(205).at(-1);
    const welcome = first?.returns();
    expect(welcome?.members).toHaveLength(200);
    expect(welcome?.members.filter(({ id }) => id === first?.id)).toHaveLength(1);
    expect(welcome?.count).toBe(205);
  });

  it('[J7] lists a member with several connections once', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    const welcome = ann.returns();
    expect(welcome.members).toEqual([{ id: 'ann', name: 'Ann' }]);
    expect(welcome.count).toBe(1);
  });

  it('[J6] leaves out whoever has left', () => {
    const room = aRoom();
    room.join('Ann').leaves();
    expect(welcomeIn(room.connect('bob').joins('Bob')).members).toEqual([{ id: 'bob', name: 'Bob' }]);
  });
});

describe('the others', () => {
  it('[J7] are told of a join by presence, and who joins is not', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.hush();
    const bob = room.join('Bob');
    expect(room.told(ann)).toEqual([{ type: 'presence', joined: [{ id: 'bob', name: 'Bob' }], count: 2 }]);
    expect(words(room.told(bob))).toEqual(['welcome']);
  });

  it('[J7] are told nothing of a further connection under the same name', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    ann.alsoJoins('Ann');
    ann.alsoJoins();
    expect([room.told(ann), room.told(bob)]).toEqual([[], []]);
  });

  it('[J7] are told of another name as a change, on every connection, those of the member too', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    const other = ann.alsoJoins('Anna');
    const changed = { type: 'presence', changed: [{ id: 'ann', name: 'Anna' }], count: 2 };
    expect([room.told(ann), room.told(bob)]).toEqual([[changed], [changed]]);
    expect(words(room.told(other))).toEqual(['welcome']);
  });

  it('[J7] get messages under the new name from every connection of the member', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.alsoJoins('Anna');
    expect(ann.sends('hello')).toMatchObject([{ from: { id: 'ann', name: 'Anna' } }]);
  });

  it('[J7] find the new name on every connection after hibernation', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.alsoJoins('Anna');
    expect(room.kept(ann)?.seat?.member.name).toBe('Anna');
    room.hibernates();
    expect(ann.sends('hello')).toMatchObject([{ from: { id: 'ann', name: 'Anna' } }]);
  });

  it('[J7] are not told that anybody came when a room wakes from hibernation', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    room.hibernates();
    expect([room.told(ann), room.told(bob)]).toEqual([[], []]);
    expect(room.summary().count).toBe(2);
    expect(words(ann.sends('still here'))).toEqual(['message']);
    expect(words(room.told(bob))).toEqual(['message']);
  });
});
