import { describe, expect, it } from 'vitest';
import { aHostedRoom } from '../support/host-acts.ts';
import { aRoom, words } from '../support/room-builders.ts';

describe('[H5] a closed room', () => {
  const closed = (access: 'password' | 'invitation') => {
    const hosted = aHostedRoom(aRoom());
    hosted.owner.says({
      type: 'settings',
      access,
      ...(access === 'password' && { passwordHash: 'hash' }),
    });
    return hosted;
  };

  it.each([
    ['password', { hasPassword: true }],
    ['invitation', { hasInvitation: true }],
  ] as const)('asks for a %s, once', (access, shown) => {
    const { room } = closed(access);
    const late = room.connect('late');
    expect(late.joins('Late')).toMatchObject([{ code: 'forbidden', needs: access }]);
    expect(words(late.joins('Late', shown))).toEqual(['welcome']);
    expect(words(room.connect('late').joins('Late'))).toEqual(['welcome']);
  });

  it('[H6] its brake holds for who knows the password as well', () => {
    const { room, owner } = closed('password');
    const late = room.connect('late');
    late.joins('Late', { hasPassword: true });
    owner.says({ type: 'settings', knownOnly: true });
    expect(words(late.sends('hi'))).toEqual(['locked']);
    owner.says({ type: 'admit', member: 'late' });
    expect(words(late.sends('hi'))).toEqual(['message']);
  });

  it('tells nothing over HTTP to whoever was not let in', () => {
    const { room } = closed('password');
    room.connect('late').joins('Late', { hasPassword: true });
    const visitor = (member: string | null) => room.room.read({}, { member }, room.now);
    expect(visitor(null)).toMatchObject({ code: 'forbidden', needs: 'password' });
    expect(visitor('stranger')).toMatchObject({ code: 'forbidden' });
    expect(visitor('late')).toHaveProperty('messages');
    expect(room.room.summary({ member: null }, room.now)).toMatchObject({ code: 'forbidden' });
  });

  it('asks everybody but hosts anew where what it asks for has changed', () => {
    const { room, owner } = closed('password');
    room.connect('late').joins('Late', { hasPassword: true });
    owner.says({ type: 'settings', access: 'password', passwordHash: 'other' });
    expect(words(room.connect('late').joins('Late'))).toEqual(['forbidden']);
    expect(words(room.connect(owner.id).joins('Own'))).toEqual(['welcome']);
  });

  it('numbers what it has asked for, so that an invitation is worth nothing once it asks for something else', () => {
    const { room, owner } = closed('password');
    const numbers = [
      { title: 'Tea' },
      { access: 'password' },
      { access: 'password', passwordHash: 'other' },
      { access: 'invitation' },
      { slowMode: 5 },
      { access: 'open' },
    ] as const;
    const seen = numbers.map((changes) => {
      owner.says({ type: 'settings', ...changes });
      return room.room.epoch.doorGeneration;
    });
    expect(seen).toEqual([1, 1, 2, 3, 3, 4]);
  });

  it('[F7] set as it is for the second time, it does nothing', () => {
    const { owner } = closed('password');
    owner.says({ type: 'settings', access: 'password', passwordHash: 'other' });
    const same = { type: 'settings', id: 'a', access: 'password', passwordHash: 'other' } as const;
    expect(words(owner.says(same))).toEqual(['done']);
  });

  it('needs a password to be one with a password', () => {
    const { owner } = aHostedRoom(aRoom());
    expect(words(owner.says({ type: 'settings', access: 'password' }))).toEqual(['bad_frame']);
  });

  it('lets a password be tried so often from one address, before any is checked', () => {
    const { room } = closed('password');
    const eve = room.connect('eve2', 'home');
    const waits = () => room.room.tryAt('password', eve.connection, room.now);
    expect(Array.from({ length: 5 }, waits)).toEqual([0, 0, 0, 0, 0]);
    expect(waits()).toBeGreaterThan(0);
    const other = room.connect('bob2', 'elsewhere');
    expect(room.room.tryAt('password', other.connection, room.now)).toBe(0);
  });
});

it('[H2] a key is looked at no more from where too many wrong ones came', () => {
  const room = aRoom();
  const eve = room.connect('eve', 'home');
  for (let wrong = 1; wrong <= 5; wrong++) room.room.tryAt('key', eve.connection, room.now);
  expect(room.room.keyWait(eve.connection, room.now)).toBeGreaterThan(0);
  expect(room.room.keyWait(room.connect('own', 'elsewhere').connection, room.now)).toBe(0);
});
