import { describe, expect, it, vi } from 'vitest';
import { aRoom, NOON, words } from '../support/room-builders.ts';
import { welcomeIn } from '../support/welcome-in.ts';

describe('the first command', () => {
  it('[J1] is a join; anything else is answered not_joined, and the connection is kept', () => {
    const room = aRoom();
    const stranger = room.connect();
    expect(words(stranger.sends('hello'))).toEqual(['not_joined']);
    expect(words(stranger.types())).toEqual(['not_joined']);
    expect(words(stranger.frame('{"type":"dance"}'))).toEqual(['not_joined']);
    expect(room.closedWith(stranger)).toBeUndefined();
    expect(words(stranger.joins('Ann'))).toEqual(['welcome']);
  });

  it('[J1] refused as not_joined carries the id of the command', () => {
    const room = aRoom();
    expect(room.connect().frame('{"type":"dance","id":"d1"}')).toMatchObject([
      { code: 'not_joined', id: 'd1' },
    ]);
    expect(room.connect().sends('hi', { id: 's1' })).toMatchObject([{ code: 'not_joined', id: 's1' }]);
  });

  it('[J1] other than a join stores nothing and tells nobody', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.hush();
    room.connect().sends('hello');
    expect(room.told(ann)).toEqual([]);
    expect(room.transcript.head).toBe(0);
  });

  it('[J1] may be followed by others in the same frame', () => {
    const room = aRoom();
    const stranger = room.connect();
    const told = stranger.says(stranger.joining('Ann'), { type: 'send', text: 'hello' });
    expect(words(told)).toEqual(['welcome', 'message']);
  });

  it('[J1] before the join in the same frame is refused, and the join is taken', () => {
    const stranger = aRoom().connect();
    const told = stranger.says({ type: 'send', text: 'early' }, stranger.joining('Ann'));
    expect(words(told)).toEqual(['not_joined', 'welcome']);
  });

  it('[J1] a second join is bad_frame, and changes nothing', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    const bob = room.join('Bob');
    room.hush();
    expect(words(ann.joins('Anna'))).toEqual(['bad_frame']);
    expect(room.told(bob)).toEqual([]);
    expect(bob.returns().members).toContainEqual({ id: 'ann', name: 'Ann' });
  });
});

describe('before the join', () => {
  it('[J1] nothing of the room is told', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    const stranger = room.connect();
    ann.sends('hello');
    ann.edits(1, 'hi');
    ann.types();
    ann.renames('Anna');
    room.join('Bob').leaves();
    expect(room.told(stranger)).toEqual([]);
  });

  it('[J1] whoever comes and goes is told to nobody', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.hush();
    room.connect().leaves();
    expect(room.told(ann)).toEqual([]);
    expect(room.summary().count).toBe(1);
  });

  it('[J1] a connection has 15 s, and is then closed with 4501', () => {
    const room = aRoom();
    const stranger = room.connect();
    expect(room.room.nextOverdue()).toBe(NOON + 15_000);
    room.perform(room.room.endOverdue(NOON + 14_999));
    expect(room.closedWith(stranger)).toBeUndefined();
    room.perform(room.room.endOverdue(NOON + 15_000));
    expect(room.closedWith(stranger)).toBe(4501);
    expect(room.room.nextOverdue()).toBeUndefined();
  });

  it('[J1] the one that waits longest is due first', () => {
    const room = aRoom();
    room.connect();
    room.passes(5_000);
    const later = room.connect();
    expect(room.room.nextOverdue()).toBe(NOON + 15_000);
    room.perform(room.room.endOverdue(NOON + 15_000));
    expect(room.closedWith(later)).toBeUndefined();
    expect(room.room.nextOverdue()).toBe(NOON + 20_000);
  });

  it('[J1] nobody who has joined or left is ever due', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    room.connect().leaves();
    expect(room.room.nextOverdue()).toBeUndefined();
    room.perform(room.room.endOverdue(NOON + 1_000_000));
    expect(room.closedWith(ann)).toBeUndefined();
  });

  it('[J1] a join that was refused does not stop the clock', () => {
    const room = aRoom();
    const stranger = room.connect();
    stranger.joins('\u200B');
    expect(room.room.nextOverdue()).toBe(NOON + 15_000);
  });

  it('[J1] the 15 s outlast hibernation', () => {
    const room = aRoom();
    const stranger = room.connect();
    room.hibernates();
    expect(room.room.nextOverdue()).toBe(NOON + 15_000);
    room.perform(room.room.endOverdue(NOON + 15_000));
    expect(room.closedWith(stranger)).toBe(4501);
  });

  it('[J1] a connection closed for that takes no commands any more', () => {
    const room = aRoom();
    const stranger = room.connect();
    room.perform(room.room.endOverdue(NOON + 15_000));
    expect(stranger.joins('Ann')).toEqual([]);
    expect(room.summary().count).toBe(0);
  });
});

describe('the welcome', () => {
  it('[J2] in an empty room says all there is to say', () => {
    expect(aRoom({ isNew: true }).connect('ann').joins('Ann')).toEqual([
      {
        type: 'welcome',
        self: { id: 'ann', name: 'Ann', role: 'member' },
        token: 'token of ann',
        room: { name: 'lobby', log: 'made-1', head: 0 },
        count: 1,
        members: [{ id: 'ann', name: 'Ann' }],
        messages: [],
        more: false,
        resumed: false,
      },
    ]);
  });

  it('[J2] tells the role', () => {
    const owner = aRoom().connect();
    expect(welcomeIn(owner.joins('Ann', { role: 'owner' })).self.role).toBe('owner');
    const moderator = aRoom().connect();
    expect(welcomeIn(moderator.joins('Ann', { role: 'moderator' })).self.role).toBe('moderator');
  });

  it('[J2] has the newest seq as head, changes and what one may not see included', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('hello');
    ann.edits(1, 'hi');
    ann.sends('to myself', { to: ['ann'] });
    const welcome = welcomeIn(room.connect().joins('Bob'));
    expect(welcome.room.head).toBe(3);
    expect(welcome.messages?.map(({ seq }) => seq)).toEqual([1]);
  });

  it('[J5] brings the newest 50 messages, ascending, and says that there are older ones', () => {
    const room = aRoom();
    room.join('Ann').sendsMany(51);
    const { messages, more } = welcomeIn(room.connect().joins('Bob'));
    expect(messages?.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 2));
    expect(more).toBe(true);
  });

  it('[J5] of exactly 50 messages says that there are no older ones', () => {
    const room = aRoom();
    room.join('Ann').sendsMany(50);
    const { messages, more } = welcomeIn(room.connect().joins('Bob'));
    expect(messages).toHaveLength(50);
    expect(more).toBe(false);
  });

  it('[J5] counts only older messages that this member can read', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('for ann alone', { to: ['ann'] });
    ann.sendsMany(50);
    expect(welcomeIn(room.connect('bob').joins('Bob')).more).toBe(false);
    expect(ann.returns().more).toBe(true);
  });

  it('[J5] shows messages as they now stand', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('one', { id: 'a' });
    ann.sends('two', { id: 'b' });
    ann.edits(1, 'edited');
    ann.reacts(1, '👍');
    ann.deletes(2);
    const from = { id: 'ann', name: 'Ann' };
    expect(welcomeIn(room.connect().joins('Bob')).messages).toEqual([
      {
        type: 'message',
        seq: 1,
        id: 'a',
        at: NOON,
        from,
        text: 'edited',
        edited: NOON,
        reactions: { '👍': ['ann'] },
      },
      { type: 'message', seq: 2, id: 'b', at: NOON, from, deleted: true },
    ]);
  });

  it('[R2] names the log that the first join made, the same for everybody', () => {
    const room = aRoom();
    const first = welcomeIn(room.connect().joins('Ann'));
    room.hibernates();
    expect(welcomeIn(room.connect().joins('Bob')).room.log).toBe(first.room.log);
    expect(room.transcript.log).toBe(first.room.log);
  });
});

describe('a join that fails', () => {
  it.each(['begin', 'messagesBefore'] as const)(
    '[internal] in %s seats nobody and tells nobody',
    (method) => {
      const room = aRoom();
      const [ann] = [room.join('Ann'), room.transcript];
      room.hush();
      if (method === 'begin') room.transcript.log = null;
      vi.spyOn(room.transcript, method).mockImplementationOnce(() => {
        throw new Error('disk full');
      });
      const stranger = room.connect();
      expect(words(stranger.joins('Bob', { id: 'j1' }))).toEqual(['internal']);
      expect(room.told(ann)).toEqual([]);
      expect(room.summary().count).toBe(1);
      expect(room.room.hasJoined(stranger.connection)).toBe(false);
      expect(words(stranger.joins('Bob'))).toEqual(['welcome']);
    },
  );

  it('[internal] renames no other connection of the member', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    vi.spyOn(room.transcript, 'messagesBefore').mockImplementationOnce(() => {
      throw new Error('disk full');
    });
    room.connect('ann').joins('Anna');
    expect(ann.sends('hello')).toMatchObject([{ from: { name: 'Ann' } }]);
  });

  it('[F7] carries the id of the join', () => {
    expect(aRoom().connect().joins('', { id: 'j1' })).toMatchObject([{ code: 'bad_name', id: 'j1' }]);
  });
});
