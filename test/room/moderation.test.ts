import { describe, expect, it } from 'vitest';
import { aHostedRoom } from '../support/host-acts.ts';
import { aRoom, words } from '../support/room-builders.ts';

const MINUTE = 60_000;

describe('[H3] a kick', () => {
  it('tells why, closes all connections of the member for good, and lets it come again', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    const too = eve.alsoJoins();
    room.hush();
    owner.says({ type: 'kick', member: eve.id });
    expect(words(room.told(eve))).toEqual(['moderation', 'forbidden']);
    expect([room.closedWith(eve), room.closedWith(too)]).toEqual([4403, 4403]);
    expect(words(room.connect(eve.id).joins('Eve'))).toEqual(['welcome']);
  });
});

describe('[H3] a ban', () => {
  it('keeps the member out under whatever name, until it ends', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'ban', member: eve.id, minutes: 10 });
    expect(room.closedWith(eve)).toBe(4403);
    const back = room.connect(eve.id);
    expect(back.joins('Innocent')).toMatchObject([{ code: 'banned', retryAfter: 10 * MINUTE }]);
    expect(room.closedWith(back)).toBe(4403);
    room.passes(10 * MINUTE);
    expect(words(room.connect(eve.id).joins('Eve'))).toEqual(['welcome']);
  });

  it('outlives hibernation', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'ban', member: eve.id });
    room.hibernates();
    expect(words(room.connect(eve.id).joins('Eve'))).toEqual(['banned']);
  });

  it('keeps out whoever comes new from where the member was', () => {
    const room = aRoom();
    const owner = room.join('Own', { role: 'owner' });
    const eve = room.connect('eve', 'home');
    eve.joins('Eve');
    owner.says({ type: 'ban', member: 'eve' });
    expect(words(room.connect('new', 'home').joins('New'))).toEqual(['banned']);
    expect(words(room.connect('far', 'elsewhere').joins('Far'))).toEqual(['welcome']);
  });

  it('lets a neighbour in whom a host has let in, or invited', () => {
    const room = aRoom();
    const owner = room.join('Own', { role: 'owner' });
    const neighbour = room.connect('ned', 'home');
    neighbour.joins('Ned');
    room.connect('eve', 'home').joins('Eve');
    owner.says({ type: 'ban', member: 'eve' });
    expect(words(room.connect('ned', 'home').joins('Ned'))).toEqual(['banned']);
    owner.says({ type: 'admit', member: 'ned' });
    expect(words(room.connect('ned', 'home').joins('Ned'))).toEqual(['welcome']);
    expect(words(room.connect('liz', 'home').joins('Liz', { hasInvitation: true }))).toEqual(['welcome']);
    expect(words(room.connect('eve', 'far').joins('Eve', { hasInvitation: true }))).toEqual(['banned']);
  });

  it('can be taken off the address alone', () => {
    const room = aRoom();
    const owner = room.join('Own', { role: 'owner' });
    room.connect('eve', 'home').joins('Eve');
    owner.says({ type: 'ban', member: 'eve' });
    owner.says({ type: 'unban', member: 'eve', only: 'address' });
    expect(words(room.connect('new', 'home').joins('New'))).toEqual(['welcome']);
    expect(words(room.connect('eve', 'home').joins('Eve'))).toEqual(['banned']);
    owner.says({ type: 'unban', member: 'eve' });
    expect(words(room.connect('eve', 'home').joins('Eve'))).toEqual(['welcome']);
  });

  it('takes back all that was said, in one stroke, each by an event that every client knows', () => {
    const { room, owner, member, eve } = aHostedRoom(aRoom());
    eve.sends('again');
    eve.sends('to one', { to: [member.id] });
    room.hush();
    owner.says({ type: 'ban', member: eve.id, erase: true, reason: 'spam' });
    const told = room.told(member).filter(({ type }) => type === 'delete');
    expect(told).toMatchObject([{ target: 1 }, { target: 2 }, { target: 3 }]);
    expect(member.pages().messages.every(({ deleted }) => deleted)).toBe(true);
    expect(words(room.told(owner).filter(({ type }) => type === 'delete'))).toHaveLength(2);
  });

  it('is told to everybody, and read with its reason by hosts alone', () => {
    const { room, owner, member, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'ban', member: eve.id, erase: true, reason: 'spam' });
    const [event] = room.told(member).filter(({ type }) => type === 'moderation');
    expect(event).toEqual({
      type: 'moderation',
      seq: 3,
      at: room.now,
      by: owner.id,
      action: 'ban',
      member: { id: eve.id, name: 'Eve' },
    });
    expect(owner.says({ type: 'log' })).toMatchObject([
      { entries: [{ action: 'ban', reason: 'spam', erased: 1, by: { name: 'Own' } }], more: false },
    ]);
  });
});

describe('[H3] a mute', () => {
  it('lets the member read, and write nothing until it ends', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'mute', member: eve.id, minutes: 5 });
    expect(eve.sends('but')).toMatchObject([{ code: 'muted', retryAfter: 5 * MINUTE }]);
    expect(words(eve.edits(1, 'no'))).toEqual(['muted']);
    expect(words(eve.reacts(1, '👍'))).toEqual(['muted']);
    expect(words(eve.deletes(1))).toEqual(['delete']);
    room.passes(5 * MINUTE);
    expect(words(eve.sends('thanks'))).toEqual(['message']);
  });

  it('is a mute in a slow room, too', () => {
    const { owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', slowMode: 30 });
    owner.says({ type: 'mute', member: eve.id });
    expect(words(eve.sends('but'))).toEqual(['muted']);
  });

  it('is told to hosts and to the member alone', () => {
    const { room, owner, moderator, member, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'mute', member: eve.id });
    expect(words(room.told(eve))).toEqual(['moderation']);
    expect(words(room.told(moderator))).toEqual(['moderation']);
    expect(room.told(member)).toEqual([]);
  });

  it('[J2] whoever comes back is told of it', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'mute', member: eve.id, minutes: 5 });
    expect(eve.returns().self.muted).toEqual({ until: expect.any(Number) });
    owner.says({ type: 'mute', member: eve.id });
    expect(eve.returns().self.muted).toEqual({});
    room.passes(1);
    owner.says({ type: 'unmute', member: eve.id });
    expect(eve.returns().self).not.toHaveProperty('muted');
  });

  it('[J2] whoever comes back as it ends is told of none', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'mute', member: eve.id, minutes: 5 });
    room.passes(5 * MINUTE);
    expect(eve.returns().self).not.toHaveProperty('muted');
  });

  it('[S3] a duplicate is answered all the same', () => {
    const { owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'mute', member: eve.id });
    expect(words(eve.sends('Buy now!', { id: 'spam' }))).toEqual(['message']);
  });
});

describe('[H4] how a room is kept', () => {
  it('is told to everybody as it changes, and to whoever comes', () => {
    const { room, owner, member } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', title: 'Garden', slowMode: 30 });
    owner.says({ type: 'settings', slowMode: 0 });
    expect(room.told(member)).toMatchObject([
      { action: 'settings', settings: { title: 'Garden', slowMode: 30 } },
      { settings: { title: 'Garden' } },
    ]);
    expect(member.returns().room.settings).toEqual({ title: 'Garden' });
  });

  it('[F7] set as it is, nothing happens', () => {
    const { owner } = aHostedRoom(aRoom());
    expect(words(owner.says({ type: 'settings', id: 'a', locked: false }))).toEqual(['done']);
  });

  it('locked: hosts alone write', () => {
    const { owner, moderator, member } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', locked: true });
    expect(words(member.sends('hello?'))).toEqual(['locked']);
    expect(words(moderator.sends('Soon.'))).toContain('message');
  });

  it('slow: a member waits between two messages, hibernation or not; hosts do not', () => {
    const { room, owner, member } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', slowMode: 30 });
    member.sends('one');
    room.passes(10_000);
    expect(member.sends('two')).toMatchObject([{ code: 'slow_mode', retryAfter: 20_000 }]);
    room.hibernates();
    expect(member.sends('two')).toMatchObject([{ code: 'slow_mode', retryAfter: 20_000 }]);
    room.passes(20_000);
    expect(words(member.sends('two'))).toEqual(['message']);
    owner.sends('one');
    expect(words(owner.sends('two'))).toEqual(['message']);
  });

  it('slow: so it is where the room has long been awake', () => {
    const { room, owner, member } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', slowMode: 30 });
    member.sends('early');
    room.passes(60_000);
    member.sends('one');
    expect(words(member.sends('two'))).toEqual(['slow_mode']);
  });

  it('hidden history: newcomers read from their join on, on every path', () => {
    const { room, owner, member } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', hidesHistory: true });
    const late = room.join('Late');
    expect(late.returns().messages).toEqual([]);
    expect(late.pages({ around: 1 }).messages).toEqual([]);
    expect(words(late.reacts(1, '👍'))).toEqual(['not_found']);
    expect(words(late.sends('what?', { replyTo: 1 }))).toEqual(['not_found']);
    expect(room.reads({}).messages).toEqual([]);
    const log = room.transcript.log ?? '';
    room.hush();
    member.reacts(1, '👍');
    expect(room.told(late)).toEqual([]);
    expect(late.returns({ log, after: 0 }).events).toEqual([]);
    member.sends('Welcome!');
    expect(late.pages().messages).toMatchObject([{ text: 'Welcome!' }]);
    expect(member.pages().messages[0]).toMatchObject({ text: 'Buy now!' });
  });

  it('kept for days: what is older is gone on every path, and seqs stay', () => {
    const { room, owner, member } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', keepDays: 7 });
    room.passes(8 * 86_400_000);
    member.sends('new');
    expect(room.room.nextExpiry()).toBeLessThan(room.now);
    room.hush();
    room.perform(room.room.expire(room.now));
    expect(room.told(member)).toEqual([{ type: 'expired', upTo: 1 }]);
    expect(member.pages().messages).toMatchObject([{ seq: 3, text: 'new' }]);
    expect(words(member.reacts(1, '👍'))).toEqual(['not_found']);
  });
});

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

describe('[H6] the brake', () => {
  it('lets only those write who did so ten minutes before, hosts, and whom a host lets in', () => {
    const { room, owner, member, eve } = aHostedRoom(aRoom());
    room.passes(11 * MINUTE);
    member.sends('just now');
    owner.says({ type: 'settings', knownOnly: true });
    expect(words(eve.sends('I was here'))).toEqual(['message']);
    expect(words(member.sends('and I?'))).toEqual(['locked']);
    owner.says({ type: 'admit', member: member.id });
    expect(words(member.sends('thanks'))).toEqual(['message']);
  });
});

describe('[H8] the log', () => {
  it("holds each thing that hosts did, and whose message they deleted, but nobody's own deletions", () => {
    const { owner, moderator, member, eve } = aHostedRoom(aRoom());
    moderator.deletes(1);
    member.sends('mine');
    member.deletes(3);
    owner.says({ type: 'mute', member: eve.id, reason: 'spam' });
    const [log] = owner.says({ type: 'log' });
    expect(log).toMatchObject({
      entries: [
        { action: 'mute', member: { name: 'Eve' }, reason: 'spam' },
        { action: 'delete', by: { name: 'Mod' }, member: { name: 'Eve' }, target: 1 },
      ],
    });
  });

  it('[S6] tells no host of a private message that another deleted', () => {
    const { owner, moderator, eve } = aHostedRoom(aRoom());
    eve.sends('psst', { to: [moderator.id] });
    moderator.deletes(2);
    expect(owner.says({ type: 'log' })).toMatchObject([{ entries: [] }]);
  });

  it('lists who has a role, is banned or muted', () => {
    const { owner, moderator, member, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'ban', member: eve.id });
    owner.says({ type: 'mute', member: member.id, minutes: 5 });
    const [answer] = moderator.says({ type: 'standings' });
    expect(answer).toMatchObject({
      standings: [
        { member: { id: 'founder' }, role: 'owner' },
        { member: { id: owner.id }, role: 'owner' },
        { member: { id: moderator.id }, role: 'moderator' },
        { member: { id: eve.id, name: 'Eve' }, banned: {} },
        { member: { id: member.id }, muted: { until: expect.any(Number) } },
      ],
    });
  });
});

describe('[H10] a room that is deleted', () => {
  it('closes everybody with 4404, and asks for its storage to be emptied', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    expect(words(owner.says({ type: 'destroy', room: 'other' }))).toEqual(['bad_frame']);
    owner.says({ type: 'destroy', room: 'lobby' });
    expect([room.closedWith(owner), room.closedWith(eve)]).toEqual([4404, 4404]);
    expect(room.isDestroyed).toBe(true);
  });
});

describe('[E2] many from one address', () => {
  it('are slowed down together, and nobody is sent away for it', () => {
    const room = aRoom({ burst: 2, perSecond: 1 });
    const crowd = Array.from({ length: 21 }, (_, n) => room.connect(`p${n}`, 'home'));
    for (const person of crowd) person.joins();
    const told = crowd.flatMap((person) => words(person.says({ type: 'page' })));
    expect(told.filter((word) => word === 'rate_limited').length).toBeGreaterThan(0);
    expect(crowd.every((person) => room.closedWith(person) === undefined)).toBe(true);
    expect(words(room.join('Far').sends('hi'))).toEqual(['message']);
  });
});
