import { describe, expect, it } from 'vitest';
import { OLDEST_PROTOCOL } from '../../src/protocol/limits.ts';
import { Tries } from '../../src/room/tries.ts';
import { aHostedRoom } from '../support/host-acts.ts';
import { aRoom, NOON, words } from '../support/room-builders.ts';

const SECOND = 1_000;

describe('what the edge asks of a room', () => {
  it('who has joined, and as what', () => {
    const { room, owner, moderator, member } = aHostedRoom(aRoom());
    const stranger = room.connect();
    const asked = [owner, moderator, member, stranger].map(({ connection }) => connection).concat('none');
    expect(asked.map((connection) => room.room.hasJoined(connection))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(asked.map((connection) => room.room.roleOn(connection))).toEqual([
      'owner',
      'moderator',
      'member',
      undefined,
      undefined,
    ]);
    expect(room.room.roleOf('nobody')).toBe('member');
  });

  it('its name, who is here, its password as it is kept, and what its keys are signed with', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', access: 'password', passwordHash: 'hash' });
    owner.says({ type: 'appoint', member: eve.id, role: 'owner' });
    expect([room.room.name, room.room.passwordHash]).toEqual(['lobby', 'hash']);
    const { log } = room.transcript;
    expect(room.room.epoch).toEqual({ room: 'lobby', log, keyGeneration: 1, doorGeneration: 1 });
    expect(room.room.roster.named('Eve')).toMatchObject({ id: 'eve' });
  });

  it('what is kept of a connection that has said nothing', () => {
    const room = aRoom();
    expect(room.kept(room.connect())).toStrictEqual({ connectedAt: NOON, faults: [] });
    expect(room.room.end('none', 4400, 'Gone already.')).toEqual([]);
  });

  it('nothing is kept anew where nothing of a seat has changed', () => {
    const { room, member } = aHostedRoom(aRoom());
    const effects = room.room.receive(member.connection, [{ type: 'send', text: 'hello' }], room.now);
    expect(effects.filter((effect) => effect.do === 'keep')).toEqual([]);
  });
});

it('[J1] a client that is older than the room serves is told so, and closed for good', () => {
  const room = aRoom();
  const old = room.connect();
  const join = { ...old.joining('Old'), protocol: OLDEST_PROTOCOL - 1 };
  expect(words(old.says(join))).toEqual(['outdated']);
  expect(room.closedWith(old)).toBe(4426);
});

describe('[H5] tries at the door', () => {
  it('come back one by one over a minute, from one address and from all', () => {
    const tries = new Tries(5, 6);
    const waits = ['a', 'a', 'a', 'a', 'a', 'a', 'b', 'c'].map((address) => tries.spend(address, NOON));
    expect(waits).toEqual([0, 0, 0, 0, 0, 12 * SECOND, 0, 10 * SECOND]);
    expect([tries.wait('a', NOON), tries.wait('c', NOON)]).toEqual([12 * SECOND, 10 * SECOND]);
  });

  it('are those of an address, or of a connection that has none', () => {
    const room = aRoom();
    const tried = (address?: string) => {
      const { connection } = room.connect(undefined, address);
      return Array.from({ length: 3 }, () => room.room.tryAt('password', connection, room.now));
    };
    expect([tried('home'), tried('home')].flat().at(-1)).toBeGreaterThan(0);
    expect([tried(), tried()].flat()).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('[E2] from one address', () => {
  const homely = (count: number, address?: string) => {
    const room = aRoom({ burst: 2, perSecond: 1 });
    const people = Array.from({ length: count }, (_, n) => room.connect(`p${n}`, address));
    for (const person of people) person.joins();
    room.passes(10 * SECOND);
    const asks = () => people.flatMap((person) => words(person.says({ type: 'page' })));
    return { room, people, asks, refused: () => asks().filter((word) => word === 'rate_limited').length };
  };

  it('twenty times as much is taken as from one member, at once and a second', () => {
    const { room, refused } = homely(25, 'home');
    expect([refused(), refused()]).toEqual([0, 10]);
    room.passes(SECOND);
    expect(refused()).toBe(5);
  });

  it('of which their joins are a part', () => {
    const room = aRoom({ burst: 2, perSecond: 1 });
    const people = Array.from({ length: 42 }, (_, n) => room.connect(`p${n}`, 'home'));
    const refused = people.filter((person) => words(person.joins()).includes('rate_limited'));
    expect(refused).toEqual(people.slice(40));
  });

  it('or from none, as much as each may', () => {
    const { refused } = homely(25);
    expect([refused(), refused()]).toEqual([0, 0]);
  });

  it('what others had their part in is told with a time, and held against nobody', () => {
    const { room, people, asks } = homely(25, 'home');
    asks();
    asks();
    room.passes(60);
    const late = room.connect('late', 'home');
    late.joins('Late');
    const told = late.says(...Array.from({ length: 301 }, () => ({ type: 'page' }) as const));
    expect(told[0]).toMatchObject({ code: 'rate_limited', retryAfter: 40 });
    expect([late, ...people].map((person) => room.closedWith(person))).toEqual(
      Array.from({ length: 26 }, () => undefined),
    );
  });
});

it('[E1] who was refused a few times may come back at once', () => {
  const room = aRoom({ burst: 1, perSecond: 1 });
  const ann = room.join('Ann');
  for (let time = 0; time < 4; time++) ann.sends('hello');
  expect(words(room.connect(ann.id).joins('Ann'))).toEqual(['welcome']);
});

describe('[D3] the deployer', () => {
  it('locks a room as an owner would, by a name of its own', () => {
    const { room, member } = aHostedRoom(aRoom());
    const outcome = room.room.administer({ type: 'settings', locked: true }, room.now);
    if ('code' in outcome) throw new Error(outcome.code);
    room.perform(outcome);
    expect(room.told(member)).toMatchObject([{ action: 'settings', by: 'deployer' }]);
    expect([...room.transcript.logBefore(Number.POSITIVE_INFINITY)]).toMatchObject([
      { by: { id: 'deployer', name: 'The deployer' } },
    ]);
    expect(words(member.sends('hello?'))).toEqual(['locked']);
  });

  it('deletes a room as an owner would', () => {
    const { room } = aHostedRoom(aRoom());
    expect(room.room.administer({ type: 'destroy', room: 'lobby' }, room.now)).toContainEqual({
      do: 'destroy',
    });
  });

  it('reads what is hidden from newcomers', () => {
    const { room, owner } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', hidesHistory: true });
    const read = (isOwner: boolean) => room.room.read({}, { member: null, isOwner }, room.now);
    expect(read(false)).toMatchObject({ messages: [] });
    expect(read(true)).toMatchObject({ messages: [{ text: 'Buy now!' }] });
  });

  it('does nothing to a room that nobody has used', () => {
    const act = { type: 'settings', locked: true } as const;
    expect(aRoom().room.administer(act, NOON)).toMatchObject({ code: 'not_found' });
  });

  it('[D2] sees how many are here, how much was said, and whether it is locked', () => {
    expect(aRoom().room.figures).toBeUndefined();
    const { room, owner } = aHostedRoom(aRoom());
    expect(room.room.figures).toEqual({ members: 4, head: 1, isLocked: false });
    owner.says({ type: 'settings', locked: true });
    expect(room.room.figures).toEqual({ members: 4, head: 2, isLocked: true });
  });
});
