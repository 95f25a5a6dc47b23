import { describe, expect, it } from 'vitest';
import type { Welcome } from '../../src/protocol/server-message.ts';
import { aRoom, type Person, words } from '../support/room-builders.ts';
import { welcomeIn } from '../support/welcome-in.ts';

const LOG = 'made-1';

function aTalk() {
  const room = aRoom();
  const [ann, bob] = [room.join('Ann'), room.join('Bob')];
  return { room, ann, bob, back: (after: number) => bob.returns({ log: LOG, after }) };
}

const bytes = (welcome: Welcome) => new TextEncoder().encode(JSON.stringify(welcome)).length;

describe('a resume', () => {
  it('[R1] brings every event after the cursor, and no messages', () => {
    const { ann, back } = aTalk();
    ann.sends('one', { id: 'a' });
    ann.sends('two', { id: 'b' });
    ann.reacts(1, '👍');
    const welcome = back(1);
    expect(welcome).toMatchObject({
      resumed: true,
      events: [
        { seq: 2, text: 'two' },
        { seq: 3, emoji: '👍' },
      ],
    });
    expect(welcome).not.toHaveProperty('messages');
    expect(welcome).not.toHaveProperty('more');
  });

  it('[J2] says all else that a welcome says', () => {
    const { ann, back } = aTalk();
    ann.sends('one');
    expect(back(1)).toEqual({
      type: 'welcome',
      self: { id: 'bob', name: 'Bob', role: 'member' },
      token: 'token of bob',
      room: { name: 'lobby', log: LOG, head: 1 },
      count: 2,
      members: [
        { id: 'ann', name: 'Ann' },
        { id: 'bob', name: 'Bob' },
      ],
      hosts: { founder: 'owner' },
      resumed: true,
      events: [],
    });
  });

  it('[H9] from before messages were deleted is followed by what is gone, of what one could read', () => {
    const { room, ann, bob } = aTalk();
    room.register.keep({ settings: { keepDays: 1 }, keyGeneration: 0 });
    const heard = (after: number) => {
      const back = room.connect('bob');
      return back.joins('Bob', { log: LOG, after }).filter(({ type }) => type !== 'presence');
    };
    ann.sends('old');
    expect(heard(0)).toMatchObject([{ resumed: true }]);
    room.passes(2 * 86_400_000);
    ann.sends('private', { to: [ann.id] });
    room.perform(room.room.expire(room.now));
    expect(heard(1)).toMatchObject([{ resumed: true }, { type: 'expired', upTo: 2 }]);
    expect(heard(2)).toMatchObject([{ resumed: true }, { type: 'expired', upTo: 2 }]);
    ann.sends('new', { to: [bob.id] });
    expect(heard(1)).toMatchObject([
      { resumed: true, events: [{ seq: 3 }] },
      { type: 'expired', upTo: 2 },
    ]);
    expect(heard(3)).toMatchObject([{ resumed: true, events: [] }]);
  });

  it('[R1] from 0 brings all there is', () => {
    const { ann, back } = aTalk();
    ann.sendsMany(60);
    expect(back(0).events?.map((event) => 'seq' in event && event.seq)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  });

  it('[R1] in an empty room brings nothing', () => {
    expect(aTalk().back(0)).toMatchObject({ resumed: true, events: [], room: { head: 0 } });
  });

  it('[R1] brings edits, deletions and reactions of what was known before', () => {
    const { ann, back } = aTalk();
    ann.sends('one');
    ann.sends('two');
    ann.edits(1, 'hi');
    ann.reacts(1, '👍');
    ann.deletes(2);
    expect(back(2).events).toMatchObject([
      { type: 'edit', seq: 3, target: 1, text: 'hi' },
      { type: 'reaction', seq: 4, target: 1, emoji: '👍', on: true },
      { type: 'delete', seq: 5, target: 2 },
    ]);
  });

  it('[R1] brings no text that was deleted since', () => {
    const { ann, back } = aTalk();
    ann.sends('SECRET one');
    ann.edits(1, 'SECRET two');
    ann.deletes(1);
    for (const after of [0, 1]) expect(JSON.stringify(back(after))).not.toContain('SECRET');
    expect(words(back(0).events ?? [])).toEqual(['message', 'edit', 'delete']);
  });

  it('[R1] steps over what this member may not see', () => {
    const { ann, back } = aTalk();
    ann.sends('for ann alone', { to: ['ann'] });
    ann.sends('two');
    expect(back(0)).toMatchObject({ resumed: true, room: { head: 2 }, events: [{ seq: 2 }] });
  });

  it('[R1] works after hibernation', () => {
    const { room, ann, back } = aTalk();
    ann.sends('one');
    room.hibernates();
    expect(back(0)).toMatchObject({ resumed: true, events: [{ seq: 1 }] });
  });

  it('[R3] is followed by the next event, on the same connection', () => {
    const { room, ann, bob } = aTalk();
    ann.sends('one');
    const again = room.connect(bob.id);
    expect(welcomeIn(again.joins('Bob', { log: LOG, after: 0 })).events).toMatchObject([{ seq: 1 }]);
    room.hush();
    ann.sends('two');
    expect(room.told(again)).toMatchObject([{ seq: 2 }]);
  });

  it('[J7] is news to the others as any join is', () => {
    const { room, ann, bob } = aTalk();
    bob.leaves();
    room.hush();
    room.connect(bob.id).joins('Bob', { log: LOG, after: 0 });
    expect(room.told(ann)).toMatchObject([{ joined: [{ id: 'bob' }], count: 2 }]);
  });
});

describe('no resume, but a newcomer’s welcome', () => {
  const asNewcomer = { resumed: false, messages: [{ seq: 1, text: 'one' }], more: false };
  const welcomed = (fields: Parameters<Person['returns']>[0]) => {
    const { ann, bob } = aTalk();
    ann.sends('one');
    return bob.returns(fields);
  };

  it('[R2] with another log', () => {
    const welcome = welcomed({ log: 'other', after: 0 });
    expect(welcome).toMatchObject(asNewcomer);
    expect(welcome).not.toHaveProperty('events');
  });

  it('[R2] with a cursor past the head', () => {
    expect(welcomed({ log: LOG, after: 2 })).toMatchObject(asNewcomer);
    expect(welcomed({ log: LOG, after: 1 }).resumed).toBe(true);
  });

  it('[R2] with a cursor and no log', () => {
    expect(welcomed({ after: 0 })).toMatchObject(asNewcomer);
  });

  it('[R2] with a log and no cursor', () => {
    expect(welcomed({ log: LOG })).toMatchObject(asNewcomer);
  });

  it('[R2] with a cursor and a log in a room without one', () => {
    const welcome = welcomeIn(aRoom().connect().joins('Ann', { log: 'other', after: 0 }));
    expect(welcome).toMatchObject({ resumed: false, messages: [] });
  });

  it('[R2] with a cursor and no log in a room without one', () => {
    expect(welcomeIn(aRoom().connect().joins('Ann', { after: 0 })).resumed).toBe(false);
  });

  it('[R2] where more than 1,000 events are missing', () => {
    const { ann, back } = aTalk();
    ann.sendsMany(1_001);
    expect(back(0)).toMatchObject({ resumed: false, more: true });
    const whole = back(1);
    expect(whole.resumed).toBe(true);
    expect(whole.events).toHaveLength(1_000);
  });

  it('[R2] where the answer would be larger than 256 KiB, to the byte', () => {
    const resumed = (length: number) => {
      const { ann, back } = aTalk();
      for (let sent = 0; sent < 16; sent++) ann.sends('👍'.repeat(4_000));
      ann.sends('x'.repeat(1_000));
      ann.sends('x'.repeat(length));
      return back(0);
    };
    const fitting = 1 + 262_144 - bytes(resumed(1));
    expect(fitting).toBeLessThan(4_000);
    expect(bytes(resumed(fitting))).toBe(262_144);
    expect(resumed(fitting).resumed).toBe(true);
    expect(resumed(fitting + 1).resumed).toBe(false);
  });

  it('[R4] whose page stops short of 256 KiB says that there are older ones', () => {
    const { ann, back } = aTalk();
    for (let sent = 0; sent < 20; sent++) ann.sends('👍'.repeat(4_000));
    const welcome = back(0);
    expect(welcome).toMatchObject({ resumed: false, more: true });
    const seqs = welcome.messages?.map(({ seq }) => seq) ?? [];
    expect(seqs.length).toBeGreaterThan(10);
    expect(seqs).toEqual(Array.from(seqs, (_, index) => 21 - seqs.length + index));
  });
});
