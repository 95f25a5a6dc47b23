import { describe, expect, it } from 'vitest';
import { aRoom, words } from '../support/room-builders.ts';
import { welcomeIn } from '../support/welcome-in.ts';

describe('the name', () => {
  it('[J4] is cleaned, and self.name tells', () => {
    const room = aRoom();
    expect(welcomeIn(room.connect().joins(' \u202EA\u200Bnn \t Lee ')).self.name).toBe('Ann Lee');
  });

  it('[J4] of which nothing or too much remains is bad_name', () => {
    const room = aRoom();
    for (const name of ['', ' \t', '\u200B\u202E', 'x'.repeat(33)]) {
      expect(words(room.connect().joins(name))).toEqual(['bad_name']);
    }
  });

  it('[J4] refused leaves the room as it was, without a log even', () => {
    const room = aRoom();
    const stranger = room.connect();
    stranger.joins('');
    expect(room.summary()).toEqual({ room: 'lobby', log: null, head: 0, count: 0 });
    expect(room.room.hasJoined(stranger.connection)).toBe(false);
    expect(room.kept(stranger)?.seat).toBeUndefined();
  });

  it('[J4] refused may be followed by a better one', () => {
    const stranger = aRoom().connect();
    stranger.joins('');
    expect(words(stranger.joins('Ann'))).toEqual(['welcome']);
  });

  it('[J4] refused tells nobody, and renames no other connection of the member', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.hush();
    room.connect('ann').joins('');
    expect(room.told(ann)).toEqual([]);
    expect(ann.sends('hello')).toMatchObject([{ from: { name: 'Ann' } }]);
  });

  it('[J4] that another member holds gets a number', () => {
    const room = aRoom();
    room.join('Ann');
    expect(welcomeIn(room.connect().joins('Ann')).self.name).toBe('Ann 2');
    expect(welcomeIn(room.connect().joins('ann')).self.name).toBe('ann 3');
    expect(welcomeIn(room.connect().joins('ＡＮＮ')).self.name).toBe('ＡＮＮ 4');
  });

  it('[J4] with a number is what the others are told', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.hush();
    const second = room.join('Ann');
    expect(room.told(ann)).toMatchObject([{ joined: [{ id: second.id, name: 'Ann 2' }] }]);
  });

  it('[J4] that one holds oneself gets no number, in any spelling', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    expect(welcomeIn(room.connect('ann').joins('Ann')).self.name).toBe('Ann');
    expect(welcomeIn(room.connect('ann').joins('ANN')).self.name).toBe('ANN');
    expect(ann.sends('hello')).toMatchObject([{ from: { name: 'ANN' } }]);
  });

  it('[J4] is free again once its holder has left', () => {
    const room = aRoom();
    room.join('Ann').leaves();
    expect(welcomeIn(room.connect().joins('Ann')).self.name).toBe('Ann');
  });

  it('[J4] is free again once its holder goes by another one', () => {
    const room = aRoom();
    room.join('Ann').renames('Anna');
    expect(welcomeIn(room.connect().joins('Ann')).self.name).toBe('Ann');
  });

  it('[J4] is not free while one connection of its holder is left', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.alsoJoins();
    ann.leaves();
    expect(welcomeIn(room.connect().joins('Ann')).self.name).toBe('Ann 2');
  });

  it('[J4] is still taken after hibernation', () => {
    const room = aRoom();
    room.join('Ann');
    room.hibernates();
    expect(welcomeIn(room.connect().joins('Ann')).self.name).toBe('Ann 2');
  });

  it('[J4] not given is that of the member’s other connection', () => {
    const ann = aRoom().join('Ann');
    expect(ann.returns().self.name).toBe('Ann');
  });

  it('[J4] not given and held nowhere is a readable one, unique in the room', () => {
    const room = aRoom();
    const first = welcomeIn(room.connect().joins()).self.name;
    const second = welcomeIn(room.connect().joins()).self.name;
    expect(first).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(second).toBe(`${first} 2`);
  });
});
