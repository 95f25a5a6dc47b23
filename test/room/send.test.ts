import { describe, expect, it } from 'vitest';
import { aRoom, NOON, words } from '../support/room-builders.ts';

const ann = { id: 'ann', name: 'Ann' };

describe('a message', () => {
  it('[S1] goes to everybody, the sender included, as the same event', () => {
    const room = aRoom();
    const [sender, other] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    sender.sends('hello', { id: 'm1' });
    const event = { type: 'message', seq: 1, id: 'm1', at: NOON, from: ann, text: 'hello' };
    expect(room.told(sender)).toEqual([event]);
    expect(room.told(other)).toEqual([event]);
  });

  it('[S1] goes once to each connection of a member', () => {
    const room = aRoom();
    const first = room.join('Ann');
    const second = first.alsoJoins();
    room.hush();
    first.sends('hello');
    expect([words(room.told(first)), words(room.told(second))]).toEqual([['message'], ['message']]);
  });

  it('[S1] says when the room took it', () => {
    const room = aRoom();
    const sender = room.join('Ann');
    room.passes(1_234);
    expect(sender.sends('hello')).toMatchObject([{ at: NOON + 1_234 }]);
  });

  it('[S2] is stored by the time that it is told', () => {
    const room = aRoom();
    const [event] = room.join('Ann').sends('hello');
    expect(room.transcript.message(1)).toEqual(event);
  });

  it('[S1] takes the next seq, from 1 on, changes and private ones counting', () => {
    const room = aRoom();
    const sender = room.join('Ann');
    const events = [
      ...sender.sends('one'),
      ...sender.edits(1, 'two'),
      ...sender.sends('three', { to: ['ann'] }),
      ...sender.reacts(1, '👍'),
      ...sender.deletes(1),
      ...sender.sends('six'),
    ];
    expect(events.map((event) => 'seq' in event && event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('[S1] goes on with the seqs after hibernation', () => {
    const room = aRoom();
    const sender = room.join('Ann');
    sender.sends('one');
    room.hibernates();
    expect(sender.sends('two')).toMatchObject([{ seq: 2 }]);
  });

  it('[F1] several in a frame are taken in order', () => {
    const room = aRoom();
    const told = room.join('Ann').says({ type: 'send', text: 'one' }, { type: 'send', text: 'two' });
    expect(told).toMatchObject([
      { seq: 1, text: 'one' },
      { seq: 2, text: 'two' },
    ]);
  });

  it('[S3] without an id is given one by the server', () => {
    expect(aRoom().join('Ann').sends('hello')).toMatchObject([{ id: 'made-2' }]);
  });

  it('[P3] keeps the name that it was sent under', () => {
    const room = aRoom();
    const sender = room.join('Ann');
    sender.sends('hello');
    sender.renames('Anna');
    expect(sender.pages().messages).toMatchObject([{ from: ann }]);
  });
});

describe('the text', () => {
  it('[S4] comes back as sent, trimmed', () => {
    const text = 'a\u0000\u200B <b>"é"</b> \\ \n\t 👩‍👩‍👧';
    expect(aRoom().join('Ann').sends(` \n\u00A0${text}\t `)).toMatchObject([{ text }]);
  });

  it('[S4] of nothing but white space is empty', () => {
    const room = aRoom();
    const sender = room.join('Ann');
    for (const text of ['', ' ', '\n\t\u00A0\u3000']) expect(words(sender.sends(text))).toEqual(['empty']);
    expect(room.transcript.head).toBe(0);
  });

  it('[S4] may have 4,000 code points', () => {
    expect(words(aRoom().join('Ann').sends('👍'.repeat(4_000)))).toEqual(['message']);
  });

  it('[S4] of 4,001 code points is too_long', () => {
    const room = aRoom();
    expect(words(room.join('Ann').sends('x'.repeat(4_001)))).toEqual(['too_long']);
    expect(words(room.join('Bob').sends('👍'.repeat(4_001)))).toEqual(['too_long']);
    expect(room.transcript.head).toBe(0);
  });

  it('[S4] is measured after trimming', () => {
    expect(
      words(
        aRoom()
          .join('Ann')
          .sends(` ${'x'.repeat(4_000)} `),
      ),
    ).toEqual(['message']);
  });

  it('[S4] that is refused is told to its sender alone, with its id', () => {
    const room = aRoom();
    const [sender, other] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    expect(sender.sends('', { id: 'm1' })).toMatchObject([{ code: 'empty', id: 'm1' }]);
    expect(room.told(other)).toEqual([]);
  });

  it('[S4] that is refused leaves its id free', () => {
    const sender = aRoom().join('Ann');
    sender.sends('', { id: 'm1' });
    expect(sender.sends('better', { id: 'm1' })).toMatchObject([{ seq: 1, text: 'better' }]);
  });
});

describe('a reply', () => {
  it('[S5] names the message that it answers', () => {
    const sender = aRoom().join('Ann');
    sender.sends('one');
    expect(sender.sends('two', { replyTo: 1 })).toMatchObject([{ seq: 2, replyTo: 1 }]);
  });

  it('[S5] to no message is not_found, and nothing is stored', () => {
    const room = aRoom();
    const sender = room.join('Ann');
    sender.sends('one');
    sender.edits(1, 'two');
    for (const replyTo of [0, -1, 2, 3, 1.5, 1e300, Number.POSITIVE_INFINITY]) {
      expect(words(sender.sends('reply', { replyTo }))).toEqual(['not_found']);
    }
    expect(room.transcript.head).toBe(2);
  });

  it('[S9] to no message is not_found before the text is looked at', () => {
    expect(words(aRoom().join('Ann').sends('', { replyTo: 7 }))).toEqual(['not_found']);
  });

  it('[S5] to a tombstone is possible', () => {
    const sender = aRoom().join('Ann');
    sender.sends('one');
    sender.deletes(1);
    expect(sender.sends('why?', { replyTo: 1 })).toMatchObject([{ replyTo: 1 }]);
  });

  it('[S5] in private to a public message is possible', () => {
    const room = aRoom();
    room.join('Bob');
    const sender = room.join('Ann');
    sender.sends('one');
    expect(sender.sends('psst', { replyTo: 1, to: ['bob'] })).toMatchObject([{ replyTo: 1, to: ['bob'] }]);
  });

  it('[S5] in public to a private message is not_found, even by who may read it', () => {
    const room = aRoom();
    const sender = room.join('Ann');
    sender.sends('psst', { to: ['bob'] });
    expect(words(sender.sends('loud', { replyTo: 1 }))).toEqual(['not_found']);
    expect(words(room.join('Bob').sends('loud', { replyTo: 1 }))).toEqual(['not_found']);
  });

  it('[S5] to a private message goes to those who may read it', () => {
    const room = aRoom();
    const [sender, bob] = [room.join('Ann'), room.join('Bob')];
    sender.sends('psst', { to: ['bob', 'carol'] });
    expect(words(bob.sends('yes?', { replyTo: 1, to: ['ann'] }))).toEqual(['message']);
    expect(words(bob.sends('yes?', { replyTo: 1, to: ['ann', 'carol'] }))).toEqual(['message']);
  });

  it('[S5] to a private message and to somebody who may not read it is not_found', () => {
    const room = aRoom();
    const [sender, bob] = [room.join('Ann'), room.join('Bob')];
    sender.sends('psst', { to: ['bob'] });
    expect(words(bob.sends('look', { replyTo: 1, to: ['ann', 'carol'] }))).toEqual(['not_found']);
    expect(room.transcript.head).toBe(1);
  });

  it('[S6] by somebody who may not read the private message is not_found, to whomever', () => {
    const room = aRoom();
    room.join('Ann').sends('psst', { to: ['bob'] });
    const eve = room.join('Eve');
    expect(words(eve.sends('x', { replyTo: 1 }))).toEqual(['not_found']);
    expect(words(eve.sends('x', { replyTo: 1, to: ['ann', 'bob'] }))).toEqual(['not_found']);
    expect(eve.sends('x', { replyTo: 99 })).toEqual(eve.sends('x', { replyTo: 1 }));
  });
});
