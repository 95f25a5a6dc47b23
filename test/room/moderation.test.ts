import { describe, expect, it } from 'vitest';
import { FOREVER } from '../../src/room/register.ts';
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

describe('[H3] a ban that has ended', () => {
  const ended = () => {
    const hosted = aHostedRoom(aRoom());
    hosted.room.connect('mal', 'home').joins('Mal');
    hosted.owner.says({ type: 'ban', member: 'mal', minutes: 1 });
    hosted.room.passes(MINUTE);
    return hosted;
  };

  it('[H8] stands no more among the standings, its address neither', () => {
    const [answer] = ended().owner.says({ type: 'standings' });
    const listed = answer?.type === 'standings' ? answer.standings : [];
    expect(listed.map(({ member }) => member.id)).not.toContain('mal');
  });

  it('[F7] cannot be ended once more', () => {
    expect(words(ended().owner.says({ type: 'unban', id: 'a', member: 'mal' }))).toEqual(['done']);
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

describe('[F7] what a host does twice', () => {
  it.each(['ban', 'mute', 'unmute', 'admit'] as const)('changes nothing the second time: %s', (type) => {
    const { owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'mute', member: eve.id });
    owner.says({ type, member: eve.id });
    expect(words(owner.says({ type, id: 'again', member: eve.id }))).toEqual(['done']);
  });

  it('[H3] is done once more to who is here again, and where what was said is to be taken back', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'ban', member: eve.id });
    expect(words(owner.says({ type: 'ban', member: eve.id, erase: true }))).toEqual(['delete', 'moderation']);
    const back = room.connect(eve.id);
    back.joins('Eve', { hasInvitation: true, role: 'moderator' });
    room.register.set(eve.id, { name: 'Eve', bannedUntil: FOREVER });
    owner.says({ type: 'ban', member: eve.id });
    expect(room.closedWith(back)).toBe(4403);
  });

  it.each(['ban', 'mute'] as const)('[H8] for another reason stands in the log: %s', (type) => {
    const { owner, eve } = aHostedRoom(aRoom());
    owner.says({ type, member: eve.id });
    owner.says({ type, member: eve.id, reason: 'spam' });
    expect(owner.says({ type: 'log' })).toMatchObject([{ entries: [{ reason: 'spam' }, { action: type }] }]);
  });

  it('[S9] and nobody may do to those above, or who never were, is refused before it is looked at', () => {
    const { owner, moderator } = aHostedRoom(aRoom());
    expect(words(moderator.says({ type: 'unmute', member: owner.id }))).toEqual(['forbidden']);
    expect(words(moderator.says({ type: 'unmute', member: 'nobody' }))).toEqual(['not_found']);
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

  it('[S6] tells no host how many private messages went with a ban', () => {
    const { owner, member, eve } = aHostedRoom(aRoom());
    eve.sends('psst', { to: [member.id] });
    owner.says({ type: 'ban', member: eve.id, erase: true });
    expect(owner.says({ type: 'log' })).toMatchObject([{ entries: [{ action: 'ban', erased: 1 }] }]);
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
