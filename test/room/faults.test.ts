import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/protocol/codes.ts';
import { aRoom, type Person, words } from '../support/room-builders.ts';

const faults = (person: Person, count: number) => {
  for (let made = 0; made < count; made++) expect(words(person.frame('no json'))).toEqual(['bad_frame']);
};

describe('a frame that nobody can read', () => {
  it('[F5] is bad_frame, told to its sender alone, nothing stored, the connection kept', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    expect(words(ann.frame('no json'))).toEqual(['bad_frame']);
    expect(room.told(bob)).toEqual([]);
    expect(words(ann.sends('hello'))).toEqual(['message']);
  });

  it('[F5] in one object leaves the other objects of the frame', () => {
    const told = aRoom()
      .join('Ann')
      .frame('[{"type":"send","text":"one"},{"type":"send","text":2},{"type":"send","text":"three"}]');
    expect(words(told)).toEqual(['message', 'bad_frame', 'message']);
  });

  it('[F7] in one object carries its id', () => {
    expect(aRoom().join('Ann').frame('{"type":"send","id":"m1","text":2}')).toMatchObject([
      { type: 'error', code: 'bad_frame', id: 'm1' },
    ]);
  });

  it('[F5] for the tenth time in a minute is answered, then closed with 4400', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    faults(ann, 9);
    expect(room.closedWith(ann)).toBeUndefined();
    faults(ann, 1);
    expect(room.closedWith(ann)).toBe(4400);
  });

  it('[F5] for the tenth time, but not within a minute, is borne', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    faults(ann, 1);
    room.passes(60_000);
    faults(ann, 9);
    expect(room.closedWith(ann)).toBeUndefined();
    faults(ann, 1);
    expect(room.closedWith(ann)).toBe(4400);
  });

  it('[F5] for the tenth time just within a minute is the end', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    faults(ann, 1);
    room.passes(59_999);
    faults(ann, 9);
    expect(room.closedWith(ann)).toBe(4400);
  });

  it('[F5] counts objects and whole frames alike, what the room itself finds wrong too', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello');
    faults(ann, 3);
    ann.frame('[{"type":"send"},{"type":5},{"type":"edit"}]');
    ann.joins('Ann');
    ann.reacts(1, 'no emoji');
    expect(room.closedWith(ann)).toBeUndefined();
    ann.frame('{"type":"page","limit":0}');
    ann.frame('{}');
    expect(room.closedWith(ann)).toBe(4400);
  });

  it('[F5] counts none of the other errors', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    for (let time = 0; time < 20; time++) {
      ann.frame('{"type":"dance"}');
      ann.edits(99, 'x');
      ann.sends('');
    }
    expect(room.closedWith(ann)).toBeUndefined();
  });

  it('[F5] is counted for each connection, before the join too', () => {
    const room = aRoom();
    const [ann, stranger] = [room.join('Ann'), room.connect()];
    faults(ann, 9);
    faults(stranger, 9);
    expect([room.closedWith(ann), room.closedWith(stranger)]).toEqual([undefined, undefined]);
    faults(stranger, 1);
    expect([room.closedWith(ann), room.closedWith(stranger)]).toEqual([undefined, 4400]);
  });

  it('[F5] stays counted through the join', () => {
    const room = aRoom();
    const stranger = room.connect();
    faults(stranger, 9);
    stranger.joins('Ann');
    faults(stranger, 1);
    expect(room.closedWith(stranger)).toBe(4400);
  });

  it('[F5] stays counted through hibernation', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    faults(ann, 9);
    room.hibernates();
    faults(ann, 1);
    expect(room.closedWith(ann)).toBe(4400);
  });

  it('[F5] for the tenth time ends the frame there', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    faults(ann, 9);
    expect(words(ann.frame('[{"type":"send"},{"type":"send","text":"late"}]'))).toEqual(['bad_frame']);
    expect(room.transcript.head).toBe(0);
  });

  it('[P1] for the tenth time, on a last connection, is leaving', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    faults(ann, 10);
    expect(room.told(bob)).toEqual([{ type: 'presence', left: ['ann'], count: 1 }]);
  });

  it('[F5] ends one connection of a member, not the others', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    const other = ann.alsoJoins();
    faults(ann, 10);
    expect(room.closedWith(other)).toBeUndefined();
    expect(words(other.sends('still here'))).toEqual(['message']);
  });
});

describe('a frame that is too large', () => {
  it('[F4] is answered, then closed with 1009', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    expect(words(ann.frame(`{"type":"send","text":"${'x'.repeat(65_536)}"}`))).toEqual(['too_large']);
    expect(room.closedWith(ann)).toBe(1009);
    expect(words(room.told(bob))).toEqual(['presence']);
  });

  it('[F4] is answered and closed before the join too', () => {
    const room = aRoom();
    const stranger = room.connect();
    expect(words(stranger.frame('x'.repeat(65_537)))).toEqual(['too_large']);
    expect(room.closedWith(stranger)).toBe(1009);
    expect(room.room.nextOverdue()).toBeUndefined();
  });

  it('[F4] on a connection that is gone is nothing to anybody', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.leaves();
    expect(room.room.refuse(ann.connection, refusal('too_large'), room.now)).toEqual([]);
  });
});

describe('a command that nobody knows', () => {
  it('[F3] is unknown_command, with its id, and the connection is kept', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    expect(ann.frame('{"type":"dance","id":"d1"}')).toMatchObject([{ code: 'unknown_command', id: 'd1' }]);
    expect(words(ann.sends('hello'))).toEqual(['message']);
  });

  it('[F3] leaves the other commands of its frame', () => {
    const told = aRoom().join('Ann').frame('[{"type":"dance"},{"type":"send","text":"hello"}]');
    expect(words(told)).toEqual(['unknown_command', 'message']);
  });

  it('[6] comes with a sentence for a person', () => {
    const [error] = aRoom().join('Ann').frame('{"type":"dance"}');
    expect(error).toMatchObject({ type: 'error', message: expect.stringMatching(/^[A-Z].*\.$/) });
  });
});
