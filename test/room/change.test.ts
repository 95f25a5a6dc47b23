import { describe, expect, it } from 'vitest';
import { aRoom, NOON, words } from '../support/room-builders.ts';

/** Ann, who has sent one message, and Bob. */
function oneMessage() {
  const room = aRoom();
  const [ann, bob] = [room.join('Ann'), room.join('Bob')];
  ann.sends('hello', { id: 'm1' });
  room.hush();
  room.passes(1_000);
  return { room, ann, bob };
}

describe('an edit', () => {
  it('[S7] by the author is told to everybody', () => {
    const { room, ann, bob } = oneMessage();
    ann.edits(1, ' hi ');
    const event = { type: 'edit', seq: 2, target: 1, text: 'hi', at: NOON + 1_000, by: 'ann' };
    expect([room.told(ann), room.told(bob)]).toEqual([[event], [event]]);
  });

  it('[S7] leaves the message with the new text and `edited`', () => {
    const { ann } = oneMessage();
    ann.edits(1, 'hi');
    expect(ann.pages().messages).toMatchObject([{ seq: 1, at: NOON, text: 'hi', edited: NOON + 1_000 }]);
  });

  it('[S7] by anybody else is forbidden, owners and moderators included', () => {
    const { room, bob } = oneMessage();
    expect(words(bob.edits(1, 'hi'))).toEqual(['forbidden']);
    expect(words(room.join('Mod', { role: 'moderator' }).edits(1, 'hi'))).toEqual(['forbidden']);
    expect(words(room.join('Own', { role: 'owner' }).edits(1, 'hi'))).toEqual(['forbidden']);
    expect(room.transcript.message(1)?.text).toBe('hello');
  });

  it('[S4] to a text that is none is refused, and nothing is stored', () => {
    const { room, ann } = oneMessage();
    expect(words(ann.edits(1, ' '))).toEqual(['empty']);
    expect(words(ann.edits(1, 'x'.repeat(4_001)))).toEqual(['too_long']);
    expect(room.transcript.head).toBe(1);
  });

  it('[F7] to the text that it has already is done, for its sender alone', () => {
    const { room, ann, bob } = oneMessage();
    expect(ann.edits(1, ' hello ', { id: 'e1' })).toEqual([{ type: 'done', id: 'e1' }]);
    expect(ann.edits(1, 'hello')).toEqual([]);
    expect(room.told(bob)).toEqual([]);
    expect(room.transcript.head).toBe(1);
  });

  it('[S7] of a tombstone is not_found, even by the author', () => {
    const { ann } = oneMessage();
    ann.deletes(1);
    expect(words(ann.edits(1, 'hi'))).toEqual(['not_found']);
  });

  it('[S9] of no message is not_found, before its text is looked at', () => {
    const { ann } = oneMessage();
    ann.edits(1, 'hi');
    for (const target of [0, -1, 2, 3, 1.5, 1e300])
      expect(words(ann.edits(target, ''))).toEqual(['not_found']);
  });

  it('[S9] without the right is forbidden, before its text is looked at', () => {
    const { bob } = oneMessage();
    expect(words(bob.edits(1, ''))).toEqual(['forbidden']);
  });

  it('[F7] that is refused carries the id', () => {
    const { bob } = oneMessage();
    expect(bob.edits(1, 'x', { id: 'e1' })).toMatchObject([{ code: 'forbidden', id: 'e1' }]);
  });
});

describe('a deletion', () => {
  it('[S7] by the author is told to everybody', () => {
    const { room, ann, bob } = oneMessage();
    ann.deletes(1);
    const event = { type: 'delete', seq: 2, target: 1, at: NOON + 1_000, by: 'ann' };
    expect([room.told(ann), room.told(bob)]).toEqual([[event], [event]]);
  });

  it.each(['owner', 'moderator'] as const)('[S7] by whoever moderates as %s', (role) => {
    const { room } = oneMessage();
    expect(room.join('Mod', { role }).deletes(1)).toMatchObject([{ type: 'delete', by: 'mod' }]);
    expect(room.transcript.message(1)?.deleted).toBe(true);
  });

  it('[S7] by another member is forbidden', () => {
    const { room, bob } = oneMessage();
    expect(words(bob.deletes(1))).toEqual(['forbidden']);
    expect(room.transcript.head).toBe(1);
  });

  it('[S7] leaves a tombstone without text and reactions', () => {
    const { ann } = oneMessage();
    ann.reacts(1, '👍');
    ann.deletes(1);
    const from = { id: 'ann', name: 'Ann' };
    expect(ann.pages().messages).toEqual([
      { type: 'message', seq: 1, id: 'm1', at: NOON, from, deleted: true },
    ]);
  });

  it('[S7] of a tombstone changes nothing', () => {
    const { room, ann, bob } = oneMessage();
    ann.deletes(1);
    room.hush();
    expect(ann.deletes(1, { id: 'd1' })).toEqual([{ type: 'done', id: 'd1' }]);
    expect(ann.deletes(1)).toEqual([]);
    expect(room.told(bob)).toEqual([]);
    expect(room.transcript.head).toBe(2);
  });

  it('[S9] of a tombstone by who has not the right is forbidden', () => {
    const { ann, bob } = oneMessage();
    ann.deletes(1);
    expect(words(bob.deletes(1))).toEqual(['forbidden']);
  });

  it('[S9] of no message is not_found', () => {
    const { ann } = oneMessage();
    ann.edits(1, 'hi');
    for (const target of [0, 2, 3]) expect(words(ann.deletes(target))).toEqual(['not_found']);
  });

  it('[S7] takes the text, earlier versions included, from every reading path', () => {
    const { room, ann, bob } = oneMessage();
    const log = room.transcript.log ?? '';
    ann.sends('SECRET one', { id: 's1' });
    ann.edits(2, 'SECRET two');
    ann.deletes(2);
    const seen = [
      bob.pages(),
      bob.pages({ around: 2 }),
      bob.returns(),
      bob.returns({ log, after: 0 }),
      bob.returns({ log, after: 2 }),
      room.reads({}),
      ann.sends('x', { id: 's1' }),
    ];
    expect(JSON.stringify(seen)).not.toContain('SECRET');
  });
});
