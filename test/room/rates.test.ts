import { describe, expect, it } from 'vitest';
import { Limiter } from '../../src/room/limiter.ts';
import { aRoom, NOON, type Person, words } from '../support/room-builders.ts';
import { aMessage } from '../support/transcript-writer.ts';

const rates = { burst: 30, perSecond: 10 };

const taken = (person: Person, tries: number) => {
  let messages = 0;
  for (let sent = 0; sent < tries; sent++) if (words(person.sends('x'))[0] === 'message') messages++;
  return messages;
};

describe('the rate', () => {
  it('[E1] lets 30 commands through at once', () => {
    expect(taken(aRoom(rates).join('Ann'), 35)).toBe(30);
  });

  it('[E1] is what the deployer set', () => {
    const room = aRoom({ burst: 3, perSecond: 1 });
    const ann = room.join('Ann');
    expect(taken(ann, 10)).toBe(3);
    room.passes(2_000);
    expect(taken(ann, 10)).toBe(2);
  });

  it('[E1] lets 10 a second through after that, and never more than 30 at once', () => {
    const room = aRoom(rates);
    const ann = room.join('Ann');
    taken(ann, 30);
    room.passes(1_000);
    expect(taken(ann, 15)).toBe(10);
    room.passes(100);
    expect(taken(ann, 2)).toBe(1);
    room.passes(3_600_000);
    expect(taken(ann, 40)).toBe(30);
  });

  it('[E1] counts in fractions, however often it is asked', () => {
    const room = aRoom(rates);
    const ann = room.join('Ann');
    taken(ann, 30);
    const let1 = Array.from({ length: 10 }, () => {
      room.passes(50);
      return taken(ann, 1);
    });
    expect(let1.reduce((sum, each) => sum + each)).toBe(5);
  });

  it('[E1] counts a send that looks through thousands of events for an earlier copy as one for each thousand, once', () => {
    const room = aRoom(rates);
    const ann = room.join('Ann');
    for (let seq = 1; seq <= 5_000; seq++) room.transcript.append(aMessage({ seq }));
    ann.sends('by no id', { since: 0 });
    ann.sends('from a while ago', { id: 'a', since: 2_000 });
    ann.sends('from long ago', { id: 'b', since: 0 });
    ann.sends('and its like', { id: 'c', since: 0 });
    expect(taken(ann, 30)).toBe(23);
  });

  it('[E1] is one for all connections of a member', () => {
    const ann = aRoom(rates).join('Ann');
    const other = ann.alsoJoins();
    expect(taken(ann, 20) + taken(other, 20)).toBe(30);
  });

  it('[E1] of one member is not that of another', () => {
    const room = aRoom(rates);
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    expect(taken(ann, 40)).toBe(30);
    expect(taken(bob, 30)).toBe(30);
  });

  it('[E1] is not refreshed by leaving and coming back', () => {
    const ann = aRoom(rates).join('Ann');
    taken(ann, 30);
    ann.leaves();
    expect(taken(ann.alsoJoins(), 5)).toBe(0);
  });

  it('[E1] counts no join', () => {
    const room = aRoom({ burst: 1, perSecond: 10 });
    const stranger = room.connect();
    const told = stranger.says(
      stranger.joining('Ann'),
      { type: 'send', text: 'x' },
      { type: 'send', text: 'y' },
    );
    expect(words(told)).toEqual(['welcome', 'message', 'rate_limited']);
  });

  it.each([
    ['duplicate', (ann: Person) => ann.sends('x', { id: 'm1' })],
    ['typing', (ann: Person) => ann.types()],
    ['page', (ann: Person) => ann.says({ type: 'page' })],
    ['refused text', (ann: Person) => ann.sends('')],
    ['unknown command', (ann: Person) => ann.frame('{"type":"dance"}')],
    ['command that does not fit', (ann: Person) => ann.frame('{"type":"send"}')],
    ['second join', (ann: Person) => ann.joins('Ann')],
  ] as const)('[E1] counts a %s', (_, command) => {
    const ann = aRoom({ burst: 2, perSecond: 1 }).join('Ann');
    ann.sends('x', { id: 'm1' });
    command(ann);
    expect(words(ann.sends('y'))).toEqual(['rate_limited']);
  });

  it('[E1] once exceeded is told to its member alone, nothing stored, the connection kept', () => {
    const room = aRoom({ burst: 1, perSecond: 1 });
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    ann.sends('one');
    room.hush();
    expect(words(ann.sends('two'))).toEqual(['rate_limited']);
    expect(words(ann.types())).toEqual(['rate_limited']);
    expect(room.told(bob)).toEqual([]);
    expect(room.transcript.head).toBe(1);
    expect(room.closedWith(ann)).toBeUndefined();
  });

  it('[E1] once exceeded says after how long to try again, and then takes it', () => {
    const room = aRoom(rates);
    const ann = room.join('Ann');
    taken(ann, 30);
    expect(ann.sends('x', { id: 'm1' })).toMatchObject([{ code: 'rate_limited', id: 'm1', retryAfter: 100 }]);
    room.passes(50);
    expect(ann.sends('x', { id: 'm1' })).toMatchObject([{ code: 'rate_limited', retryAfter: 50 }]);
    room.passes(50);
    expect(words(ann.sends('x', { id: 'm1' }))).toEqual(['message']);
  });

  it('[E1] takes a command after the time that it said, whatever was refused in between', () => {
    const room = aRoom({ burst: 1, perSecond: 1 });
    const ann = room.join('Ann');
    ann.sends('x');
    expect(ann.sends('x')).toMatchObject([{ retryAfter: 1_000 }]);
    for (let time = 0; time < 9; time++) {
      room.passes(100);
      expect(words(ann.sends('x'))).toEqual(['rate_limited']);
    }
    room.passes(100);
    expect(words(ann.sends('x'))).toEqual(['message']);
  });

  it('[E1] once exceeded refuses the rest of the frame, so that order holds', () => {
    const room = aRoom({ burst: 1, perSecond: 1 });
    const ann = room.join('Ann');
    const told = ann.says(
      { type: 'send', id: 'a', text: 'one' },
      { type: 'send', id: 'b', text: 'two' },
      { type: 'send', id: 'c', text: 'three' },
    );
    expect(told).toMatchObject([
      { seq: 1 },
      { code: 'rate_limited', id: 'b' },
      { code: 'rate_limited', id: 'c' },
    ]);
  });

  it('[E1] refuses the rest of a frame even where it cannot be read', () => {
    const ann = aRoom({ burst: 1, perSecond: 1 }).join('Ann');
    const told = ann.frame('[{"type":"typing","on":true},{"type":"typing","on":true},{"type":"send"}]');
    expect(words(told)).toEqual(['rate_limited', 'rate_limited']);
  });

  it('[E1] does not suffer from a clock that goes back', () => {
    const room = aRoom(rates);
    const ann = room.join('Ann');
    taken(ann, 10);
    room.passes(-60_000);
    expect(taken(ann, 30)).toBe(20);
  });
});

describe('who keeps on', () => {
  const flooded = () => {
    const room = aRoom({ burst: 1, perSecond: 0.001 });
    const ann = room.join('Ann');
    ann.sends('x');
    return { room, ann };
  };

  it('[E1] for 300 refused commands within a minute is closed with 4429', () => {
    const { room, ann } = flooded();
    taken(ann, 299);
    expect(room.closedWith(ann)).toBeUndefined();
    expect(words(ann.sends('x'))).toEqual(['rate_limited']);
    expect(room.closedWith(ann)).toBe(4429);
  });

  it('[E1] is closed on all connections, whichever the commands came from', () => {
    const { room, ann } = flooded();
    const [second, third, bob] = [ann.alsoJoins(), ann.alsoJoins(), room.join('Bob')];
    taken(ann, 150);
    room.hush();
    taken(second, 150);
    expect([ann, second, third].map((person) => room.closedWith(person))).toEqual([4429, 4429, 4429]);
    expect(room.closedWith(bob)).toBeUndefined();
    expect(room.told(bob)).toEqual([{ type: 'presence', left: ['ann'], count: 1 }]);
  });

  it('[E1] comes back at once; where it goes on, it is turned away for a minute, before it is told anything', () => {
    const { room, ann } = flooded();
    const bob = room.join('Bob');
    taken(ann, 300);
    const again = ann.alsoJoins();
    taken(again, 1);
    expect(room.closedWith(again)).toBe(4429);
    room.hush();
    const back = room.connect(ann.id);
    expect(words(back.joins('Ann'))).toEqual(['rate_limited']);
    expect(room.closedWith(back)).toBe(4429);
    expect(room.told(bob)).toEqual([]);
    room.passes(60_000);
    expect(words(room.connect(ann.id).joins('Ann'))).toEqual(['welcome']);
  });

  it('[E1] in one frame is closed there, and the rest of it is dropped', () => {
    const { room, ann } = flooded();
    const told = ann.says(...Array.from({ length: 400 }, () => ({ type: 'send', text: 'x' }) as const));
    expect(told).toHaveLength(300);
    expect(room.closedWith(ann)).toBe(4429);
  });

  it('[E1] more slowly than that is borne', () => {
    const { room, ann } = flooded();
    taken(ann, 1);
    room.passes(60_000);
    taken(ann, 299);
    expect(room.closedWith(ann)).toBeUndefined();
  });

  it('[E1] just within a minute is not', () => {
    const { room, ann } = flooded();
    taken(ann, 1);
    room.passes(59_999);
    taken(ann, 299);
    expect(room.closedWith(ann)).toBe(4429);
  });

  it('[E1] is counted over connections that have come and gone', () => {
    const { room, ann } = flooded();
    taken(ann, 200);
    ann.leaves();
    const again = ann.alsoJoins();
    taken(again, 100);
    expect(room.closedWith(again)).toBe(4429);
  });

  it('[E1] is told apart from the others', () => {
    const { room, ann } = flooded();
    const bob = room.join('Bob');
    taken(bob, 1 + 150);
    taken(ann, 150);
    expect([room.closedWith(ann), room.closedWith(bob)]).toEqual([undefined, undefined]);
  });
});

describe('a crowd', () => {
  const floodedBy = (limiter: Limiter, from: number) => {
    for (let guest = 0; guest < 2_500; guest++) limiter.spend(`guest ${from + guest}`, from);
  };

  it('[E1] does not make the room forget who has spent everything', () => {
    const limiter = new Limiter(rates);
    for (let spent = 0; spent < 30; spent++) limiter.spend('ann', NOON);
    floodedBy(limiter, NOON + 50);
    expect(limiter.spend('ann', NOON + 50)).toBe(50);
  });

  it('[E1] does not make the room forget whom it has refused', () => {
    const limiter = new Limiter(rates);
    for (let refused = 0; refused < 299; refused++) limiter.refuse('ann', NOON);
    floodedBy(limiter, NOON + 59_000);
    expect(limiter.refuse('ann', NOON + 59_999)).toBe(true);
  });
});
