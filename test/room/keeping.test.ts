import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/room/page.ts';
import { aHostedRoom } from '../support/host-acts.ts';
import { aRoom, words } from '../support/room-builders.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

describe('[H4] a setting', () => {
  it('a moderator sets none that are an owner’s, not beside its own', () => {
    const { moderator } = aHostedRoom(aRoom());
    expect(words(moderator.says({ type: 'settings', locked: true, title: 'Mine' }))).toEqual(['forbidden']);
    expect(words(moderator.says({ type: 'settings', passwordHash: 'hash' }))).toEqual(['forbidden']);
  });

  it('is told as an event of the room', () => {
    const { owner } = aHostedRoom(aRoom());
    expect(owner.says({ type: 'settings', title: 'Tea' })).toMatchObject([
      { type: 'moderation', action: 'settings', by: 'own', settings: { title: 'Tea' } },
    ]);
  });

  it('[H6] that is another leaves the brake where it was pulled', () => {
    const { room, owner, member } = aHostedRoom(aRoom());
    member.sends('just now');
    owner.says({ type: 'settings', knownOnly: true });
    room.passes(11 * MINUTE);
    owner.says({ type: 'settings', title: 'Tea' });
    expect(words(member.sends('and I?'))).toEqual(['locked']);
  });

  it('[H5] that is another asks nobody anew', () => {
    const { room, owner } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', access: 'password', passwordHash: 'hash' });
    room.connect('late').joins('Late', { hasPassword: true });
    owner.says({ type: 'settings', title: 'Tea' });
    expect(words(room.connect('late').joins('Late'))).toEqual(['welcome']);
  });

  it('[H5] opened and closed again, a room asks everybody anew, and forgets its password', () => {
    const { room, owner } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', access: 'invitation' });
    room.connect('late').joins('Late', { hasInvitation: true });
    owner.says({ type: 'settings', access: 'open' });
    owner.says({ type: 'settings', access: 'invitation' });
    expect(words(room.connect('late').joins('Late'))).toEqual(['forbidden']);
    owner.says({ type: 'settings', access: 'password', passwordHash: 'hash' });
    owner.says({ type: 'settings', access: 'open' });
    expect(room.room.passwordHash).toBeUndefined();
    expect(words(owner.says({ type: 'settings', access: 'password' }))).toEqual(['bad_frame']);
  });

  it('[H5] a password opens no room that asks for an invitation, and is remembered of nobody elsewhere', () => {
    const { room, owner } = aHostedRoom(aRoom());
    room.connect('early').joins('Early', { hasPassword: true });
    expect(room.register.of('early')).toBeUndefined();
    owner.says({ type: 'settings', access: 'invitation' });
    expect(words(room.connect('late').joins('Late', { hasPassword: true }))).toEqual(['forbidden']);
  });
});

describe('[H4] a hidden history', () => {
  /** Three events: the spam, the setting, and `member`'s word; then Late comes. */
  const hidden = () => {
    const hosted = aHostedRoom(aRoom());
    hosted.owner.says({ type: 'settings', hidesHistory: true });
    hosted.member.sends('before Late');
    const late = hosted.room.join('Late');
    hosted.room.hush();
    return { ...hosted, late };
  };

  it('ends with the very last before one came', () => {
    const { room, member, late } = hidden();
    expect(late.pages({ around: 3 }).messages).toEqual([]);
    expect(words(late.reacts(3, '👍'))).toEqual(['not_found']);
    expect(words(member.reacts(3, '👍'))).toEqual(['reaction']);
    expect(room.told(late).filter(({ type }) => type === 'reaction')).toEqual([]);
  });

  it('is not hidden further by coming again, or by another setting', () => {
    const { owner, member, late } = hidden();
    member.sends('after Late');
    owner.says({ type: 'settings', title: 'Tea' });
    expect(late.returns().messages).toMatchObject([{ text: 'after Late' }]);
    expect(late.pages({ around: 1 }).messages).toHaveLength(1);
  });

  it('is open to whoever came as an owner, also when they are none any more', () => {
    const { room, owner } = hidden();
    const second = room.join('Second', { role: 'owner' });
    owner.says({ type: 'appoint', member: second.id, role: 'member' });
    expect(second.pages().messages).toHaveLength(2);
  });
});

describe('[H9] messages kept for days', () => {
  const kept = () => {
    const hosted = aHostedRoom(aRoom());
    hosted.owner.says({ type: 'settings', keepDays: 7 });
    return hosted;
  };

  it('stay until then, to the millisecond, and nobody is told', () => {
    const { room } = kept();
    expect(room.room.nextExpiry()).toBe(room.now + 7 * DAY);
    room.passes(7 * DAY - 1);
    expect(room.room.expire(room.now)).toEqual([]);
    expect(room.reads({}).messages).toHaveLength(1);
  });

  it('are none where nothing was said', () => {
    const room = aRoom();
    room.join('Own', { role: 'owner' }).says({ type: 'settings', keepDays: 7 });
    expect([room.room.keepDays, room.room.nextExpiry()]).toEqual([7, undefined]);
  });

  it('are all of them where no days are set', () => {
    const { room } = aHostedRoom(aRoom());
    room.passes(1_000 * DAY);
    expect([room.room.nextExpiry(), room.room.expire(room.now)]).toEqual([undefined, []]);
  });
});

describe('[R4] an answer', () => {
  const page = (bytes: number) => {
    const { room, member } = aHostedRoom(aRoom());
    member.sends('second');
    return readPage(room, {}, 'mem', { bytes }).messages.length;
  };

  it('has one message, however little it may hold, and as many as just fit', () => {
    const { room, member } = aHostedRoom(aRoom());
    member.sends('second');
    const sizes = room.reads({}).messages.map((message) => JSON.stringify(message).length + 1);
    const both = sizes.reduce((sum, size) => sum + size, 0);
    expect([page(1), page(both - 1), page(both)]).toEqual([1, 1, 2]);
  });
});
