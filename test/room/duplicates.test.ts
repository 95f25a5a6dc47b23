import { describe, expect, it, vi } from 'vitest';
import { aRoom, words } from '../support/room-builders.ts';

describe('a second send with the same id', () => {
  it('[S3] stores nothing and answers the asking connection alone', () => {
    const room = aRoom();
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    const first = ann.sends('hello', { id: 'm1' });
    room.hush();
    expect(ann.sends('hello', { id: 'm1' })).toEqual(first);
    expect(room.told(bob)).toEqual([]);
    expect(room.transcript.head).toBe(1);
  });

  it('[S3] from another connection of the member is answered there alone', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    const other = ann.alsoJoins();
    ann.sends('hello', { id: 'm1' });
    room.hush();
    expect(other.sends('hello', { id: 'm1' })).toMatchObject([{ seq: 1 }]);
    expect(room.told(ann)).toEqual([]);
  });

  it('[S3] is answered whatever else it says, even what would be refused', () => {
    const ann = aRoom().join('Ann');
    const first = ann.sends('hello', { id: 'm1' });
    expect(ann.sends('other', { id: 'm1' })).toEqual(first);
    expect(ann.sends('', { id: 'm1' })).toEqual(first);
    expect(ann.sends('other', { id: 'm1', replyTo: 99, to: ['bob'] })).toEqual(first);
  });

  it('[S3] is answered with the event as it now stands: edited, reacted to', () => {
    const ann = aRoom().join('Ann');
    ann.sends('hello', { id: 'm1' });
    ann.edits(1, 'hi');
    ann.reacts(1, '👍');
    expect(ann.sends('hello', { id: 'm1' })).toMatchObject([{ text: 'hi', reactions: { '👍': ['ann'] } }]);
  });

  it('[S3] of a message deleted since is answered with the tombstone', () => {
    const ann = aRoom().join('Ann');
    ann.sends('hello', { id: 'm1' });
    ann.deletes(1);
    const [answer] = ann.sends('hello', { id: 'm1' });
    expect(answer).toMatchObject({ seq: 1, deleted: true });
    expect(answer).not.toHaveProperty('text');
  });

  it('[S3] from another member is a message of its own', () => {
    const room = aRoom();
    room.join('Ann').sends('hello', { id: 'm1' });
    expect(room.join('Bob').sends('hello', { id: 'm1' })).toMatchObject([{ seq: 2, from: { id: 'bob' } }]);
  });

  it('[S3] comes after the event itself where both are in one frame', () => {
    const room = aRoom();
    const send = { type: 'send', id: 'm1', text: 'hello' } as const;
    expect(room.join('Ann').says(send, send)).toMatchObject([{ seq: 1 }, { seq: 1 }]);
    expect(room.transcript.head).toBe(1);
  });

  it('[S3] repeating an id that the server made is found too', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello');
    expect(ann.sends('hello', { id: 'made-2' })).toMatchObject([{ seq: 1 }]);
    expect(room.transcript.head).toBe(1);
  });

  it('[S3] of a private message is found', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    const bob = room.join('Bob');
    ann.sends('psst', { id: 'm1', to: ['bob'] });
    room.hush();
    expect(ann.sends('psst', { id: 'm1', to: ['bob'] })).toMatchObject([{ seq: 1 }]);
    expect(room.told(bob)).toEqual([]);
  });

  it('[S3] without `id` is never a second send', () => {
    const ann = aRoom().join('Ann');
    ann.sends('hello');
    expect(ann.sends('hello')).toMatchObject([{ seq: 2 }]);
  });
});

describe('a second send is found', () => {
  it('[S3] across a reconnect', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello', { id: 'm1' });
    ann.leaves();
    expect(
      room.connect('ann').says(ann.joining(), { type: 'send', id: 'm1', text: 'x' }).at(-1),
    ).toMatchObject({
      seq: 1,
      text: 'hello',
    });
  });

  it('[S3] across hibernation and restarts', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello', { id: 'm1' });
    room.hibernates();
    expect(ann.sends('hello', { id: 'm1' })).toMatchObject([{ seq: 1 }]);
  });

  it('[S3] across both, with other messages in between, known and forgotten', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('one', { id: 'm1' });
    room.hibernates();
    ann.sends('two', { id: 'm2' });
    ann.sends('three', { id: 'm3' });
    expect(ann.sends('x', { id: 'm1' })).toMatchObject([{ seq: 1 }]);
    expect(ann.sends('x', { id: 'm2' })).toMatchObject([{ seq: 2 }]);
    expect(ann.sends('x', { id: 'm3' })).toMatchObject([{ seq: 3 }]);
  });

  it('[S3] with a `since` near the head first, and without one later', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('one', { id: 'm1' });
    room.join('Bob').sendsMany(5);
    room.hibernates();
    ann.sends('seven', { id: 'm7', since: 6 });
    expect(ann.sends('x', { id: 'm1' })).toMatchObject([{ seq: 1 }]);
  });

  it('[S3] without `since` among the last 1,000 events, in memory and forgotten', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello', { id: 'm1' });
    room.join('Bob').sendsMany(999);
    expect(ann.sends('x', { id: 'm1' })).toMatchObject([{ seq: 1 }]);
    room.hibernates();
    expect(ann.sends('x', { id: 'm1' })).toMatchObject([{ seq: 1 }]);
  });

  it('[S3] with `since` however long ago', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.join('Bob').sends('first');
    ann.sends('hello', { id: 'm2', since: 1 });
    room.join('Carol').sendsMany(1_200);
    room.hibernates();
    expect(ann.sends('x', { id: 'm2', since: 1 })).toMatchObject([{ seq: 2, text: 'hello' }]);
    expect(room.transcript.head).toBe(1_202);
  });

  it('[S3] with `since` after one was looked for without', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello', { id: 'm1', since: 0 });
    room.join('Bob').sendsMany(1_200);
    room.hibernates();
    ann.sends('news', { id: 'm2' });
    expect(ann.sends('x', { id: 'm1', since: 0 })).toMatchObject([{ seq: 1 }]);
  });

  it('[S3] in memory among the last 1,000 events, and read again beyond, however many its member sent', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    for (let sent = 1; sent <= 5_000; sent++) ann.sends('x', { id: `m${sent}`, since: sent - 1 });
    const sentBy = vi.spyOn(room.transcript, 'sentBy');
    expect(ann.sends('x', { id: 'm4001' })).toMatchObject([{ seq: 4_001 }]);
    expect(sentBy).not.toHaveBeenCalled();
    expect(ann.sends('x', { id: 'm1', since: 0 })).toMatchObject([{ seq: 1 }]);
    expect(sentBy).toHaveBeenCalledOnce();
    expect(room.transcript.head).toBe(5_000);
  });

  it('[S3] again and again, each time as the same event', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello', { id: 'm1' });
    for (let time = 0; time < 5; time++)
      expect(ann.sends('x', { id: 'm1', since: 0 })).toMatchObject([{ seq: 1 }]);
    expect(room.transcript.head).toBe(1);
  });
});

describe('the look back', () => {
  it('[S3] reads nothing where the cursor is the head', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.join('Bob').sendsMany(3);
    const sentBy = vi.spyOn(room.transcript, 'sentBy');
    ann.sends('hello', { id: 'm1', since: 3 });
    ann.sends('again', { id: 'm2', since: 4 });
    expect(sentBy).not.toHaveBeenCalled();
  });

  it('[S3] reads what is older but once', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.join('Bob').sendsMany(10);
    const sentBy = vi.spyOn(room.transcript, 'sentBy');
    ann.sends('hello', { id: 'm1', since: 5 });
    ann.sends('again', { id: 'm2', since: 6 });
    expect(sentBy.mock.calls).toEqual([['ann', 5, 10]]);
    ann.sends('older', { id: 'm3', since: 2 });
    expect(sentBy.mock.calls.slice(1)).toEqual([['ann', 2, 5]]);
  });

  it('[S3] lets go of a member who has left', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello', { id: 'm1', since: 0 });
    ann.leaves();
    const sentBy = vi.spyOn(room.transcript, 'sentBy');
    const again = room.join('Bob') && ann.alsoJoins();
    again.sends('hello', { id: 'm1', since: 0 });
    expect(sentBy).toHaveBeenCalledOnce();
  });

  it('[S3] lets go of no member with a connection left', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    const other = ann.alsoJoins();
    ann.sends('hello', { id: 'm1', since: 0 });
    ann.leaves();
    const sentBy = vi.spyOn(room.transcript, 'sentBy');
    expect(words(other.sends('hello', { id: 'm1', since: 0 }))).toEqual(['message']);
    expect(sentBy).not.toHaveBeenCalled();
    expect(room.transcript.head).toBe(1);
  });
});
