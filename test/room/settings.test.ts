import { describe, expect, it } from 'vitest';
import { aHostedRoom } from '../support/host-acts.ts';
import { aRoom, words } from '../support/room-builders.ts';

const MINUTE = 60_000;

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

  it('hidden history: who was there without a word is called by their name once they are gone', () => {
    const { room, owner } = aHostedRoom(aRoom());
    const quiet = room.join('Quiet');
    owner.says({ type: 'settings', hidesHistory: true });
    quiet.leaves();
    owner.says({ type: 'ban', member: quiet.id });
    const [newest] = room.transcript.logBefore(Number.POSITIVE_INFINITY);
    expect(newest).toMatchObject({ action: 'ban', member: { id: quiet.id, name: 'Quiet' } });
  });

  it('hidden history: who has taken another name since is called by that', () => {
    const { room, owner, member } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', hidesHistory: true });
    member.says({ type: 'rename', name: 'Newly' });
    member.sends('It is me');
    member.leaves();
    owner.says({ type: 'ban', member: member.id });
    const [newest] = room.transcript.logBefore(Number.POSITIVE_INFINITY);
    expect(newest).toMatchObject({ action: 'ban', member: { name: 'Newly' } });
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

describe('[H10] a room that is deleted', () => {
  it('closes everybody with 4404, and asks for its storage to be emptied', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    expect(words(owner.says({ type: 'destroy', room: 'other' }))).toEqual(['bad_frame']);
    owner.says({ type: 'destroy', room: 'lobby' });
    expect([room.closedWith(owner), room.closedWith(eve)]).toEqual([4404, 4404]);
    expect(room.isDestroyed).toBe(true);
  });
});
