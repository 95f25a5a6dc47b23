import { describe, expect, it } from 'vitest';
import { aRoom, words } from '../support/room-builders.ts';

/** Ann, who has sent one message, and Bob. */
function oneMessage() {
  const room = aRoom();
  const [ann, bob] = [room.join('Ann'), room.join('Bob')];
  ann.sends('hello');
  room.hush();
  return { room, ann, bob };
}

const EMOJI = [...'😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰😗😙😚🙂🤗🤩'];

describe('a reaction', () => {
  it('[S8] is told to everybody', () => {
    const { room, ann, bob } = oneMessage();
    bob.reacts(1, '👍');
    const event = { type: 'reaction', seq: 2, target: 1, emoji: '👍', by: 'bob', on: true };
    expect([room.told(ann), room.told(bob)]).toEqual([[event], [event]]);
  });

  it('[S8] taken back is told to everybody, and is gone', () => {
    const { room, ann, bob } = oneMessage();
    bob.reacts(1, '👍');
    room.hush();
    bob.reacts(1, '👍', { on: false });
    const event = { type: 'reaction', seq: 3, target: 1, emoji: '👍', by: 'bob', on: false };
    expect([room.told(ann), room.told(bob)]).toEqual([[event], [event]]);
    expect(ann.pages().messages[0]).not.toHaveProperty('reactions');
  });

  it.each([true, false])('[S8] that is set (%s) already changes nothing', (on) => {
    const { room, ann, bob } = oneMessage();
    if (on) bob.reacts(1, '👍');
    room.hush();
    const { head } = room.transcript;
    expect(bob.reacts(1, '👍', { on, id: 'r1' })).toEqual([{ type: 'done', id: 'r1' }]);
    expect(bob.reacts(1, '👍', { on })).toEqual([]);
    expect(room.told(ann)).toEqual([]);
    expect(room.transcript.head).toBe(head);
  });

  it('[S8] of one member leaves that of another', () => {
    const { ann, bob } = oneMessage();
    ann.reacts(1, '👍');
    bob.reacts(1, '👍');
    ann.reacts(1, '👍', { on: false });
    expect(ann.pages().messages).toMatchObject([{ reactions: { '👍': ['bob'] } }]);
  });

  it('[S8] in text style is completed, in what is told and in what is set already', () => {
    const { bob } = oneMessage();
    expect(bob.reacts(1, '❤')).toMatchObject([{ emoji: '❤\uFE0F' }]);
    expect(bob.reacts(1, '❤\uFE0F', { id: 'r1' })).toEqual([{ type: 'done', id: 'r1' }]);
    expect(bob.reacts(1, '❤', { on: false })).toMatchObject([{ emoji: '❤\uFE0F', on: false }]);
  });

  it('[S8] that is no emoji is bad_frame', () => {
    const { room, bob } = oneMessage();
    for (const emoji of ['', 'x', ':)', '👍👍', '👍 '])
      expect(words(bob.reacts(1, emoji))).toEqual(['bad_frame']);
    expect(room.transcript.head).toBe(1);
  });

  it('[S7] on a tombstone is not_found', () => {
    const { ann, bob } = oneMessage();
    bob.reacts(1, '👍');
    ann.deletes(1);
    expect(words(bob.reacts(1, '🎉'))).toEqual(['not_found']);
    expect(words(bob.reacts(1, '👍'))).toEqual(['not_found']);
    expect(words(bob.reacts(1, '👍', { on: false }))).toEqual(['not_found']);
  });

  it('[S9] on no message is not_found, before the emoji is looked at', () => {
    const { bob } = oneMessage();
    bob.reacts(1, '👍');
    for (const target of [0, 2, 3]) expect(words(bob.reacts(target, 'x'))).toEqual(['not_found']);
  });
});

describe('different emoji', () => {
  const full = () => {
    const { room, ann, bob } = oneMessage();
    for (const emoji of EMOJI.slice(0, 20)) expect(words(ann.reacts(1, emoji))).toEqual(['reaction']);
    return { room, ann, bob };
  };

  it('[S8] may be 20 on a message; the 21st is forbidden', () => {
    const { room, bob } = full();
    expect(EMOJI).toHaveLength(21);
    expect(words(bob.reacts(1, EMOJI[20] ?? ''))).toEqual(['forbidden']);
    expect(room.transcript.head).toBe(21);
  });

  it('[S8] that stand already may be joined beyond that', () => {
    const { bob } = full();
    expect(words(bob.reacts(1, EMOJI[3] ?? ''))).toEqual(['reaction']);
  });

  it('[S8] that are taken back make room', () => {
    const { ann, bob } = full();
    expect(words(ann.reacts(1, EMOJI[3] ?? '', { on: false }))).toEqual(['reaction']);
    expect(words(bob.reacts(1, EMOJI[20] ?? ''))).toEqual(['reaction']);
  });

  it('[F7] that are not there are done to take back, full or not', () => {
    const { bob } = full();
    expect(words(bob.reacts(1, EMOJI[20] ?? '', { on: false, id: 'r1' }))).toEqual(['done']);
  });
});

describe('reactions of many', () => {
  it('[S8] list 50 and count the rest', () => {
    const { room, ann } = oneMessage();
    for (const member of room.crowd(52)) member.reacts(1, '👍');
    const [message] = ann.pages().messages;
    expect(message?.reactions?.['👍']).toHaveLength(50);
    expect(message?.reactionCounts).toEqual({ '👍': 52 });
  });

  it('[S8] set by somebody beyond the list are set all the same', () => {
    const { room } = oneMessage();
    const crowd = room.crowd(52);
    for (const member of crowd) member.reacts(1, '👍');
    for (const member of crowd) expect(words(member.reacts(1, '👍', { id: 'r1' }))).toEqual(['done']);
    expect(crowd.at(-1)?.reacts(1, '👍', { on: false })).toMatchObject([{ type: 'reaction', on: false }]);
  });
});
