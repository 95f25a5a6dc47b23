import { describe, expect, it } from 'vitest';
import { compact } from '../../src/dialect/compact.ts';
import type { ServerMessage } from '../../src/protocol/server-message.ts';
import { utf8Length } from '../../src/protocol/text.ts';
import type { Delivery } from '../../src/room/delivery.ts';
import { aRoom, type Person, type RoomUnderTest, words } from '../support/room-builders.ts';
import { welcomeIn } from '../support/welcome-in.ts';

/** A room of 210: the first 200 are in view, ten are not. `insider` is the first of all, `outsider` the last. */
function aCrowd() {
  const room = aRoom();
  const people = room.crowd(210);
  room.hush();
  const [insider, second] = people as [Person, Person];
  const [other, outsider] = people.slice(-2) as [Person, Person];
  return { room, people, insider, second, other, outsider };
}

const presences = (told: readonly ServerMessage[]) => told.filter(({ type }) => type === 'presence');

/** Of whom this person has been told that they are here, or are gone. */
function named(room: RoomUnderTest, person: Person): { joined: string[]; left: string[] } {
  const told = presences(room.told(person)) as Extract<ServerMessage, { type: 'presence' }>[];
  return {
    joined: told.flatMap(({ joined = [] }) => joined.map(({ id }) => id)),
    left: told.flatMap(({ left = [] }) => left),
  };
}

describe('in a crowd of more than 200', () => {
  it('[P1] who comes is a number to the others', () => {
    const { room, insider } = aCrowd();
    room.join('Ann');
    expect(room.told(insider)).toEqual([{ type: 'presence', count: 211 }]);
  });

  it('[P1] who goes unseen is a number too', () => {
    const { room, insider, outsider } = aCrowd();
    outsider.leaves();
    expect(room.told(insider)).toEqual([{ type: 'presence', count: 209 }]);
  });

  it('[P1] who goes is named where all have heard of them, and somebody takes their place', () => {
    const { room, insider, second, people } = aCrowd();
    second.leaves();
    expect(named(room, insider)).toEqual({ left: [second.id], joined: [people[200]?.id] });
  });

  it('[P1] who speaks comes into view before the message', () => {
    const { room, insider, outsider } = aCrowd();
    outsider.sends('Hello');
    const told = room.told(insider);
    expect(words(told)).toEqual(['presence', 'message']);
    expect(told[0]).toMatchObject({ joined: [{ id: outsider.id }], count: 210 });
  });

  it('[P1] who has spoken is told once, and named when leaving', () => {
    const { room, insider, outsider } = aCrowd();
    outsider.sends('Hello');
    outsider.sends('Again');
    expect(named(room, insider)).toEqual({ joined: [outsider.id], left: [] });
    outsider.leaves();
    expect(named(room, insider)).toEqual({ joined: [], left: [outsider.id] });
  });

  it.each([
    ['by name', '@Guest 210'],
    ['in quotes', 'Where is @"Guest 210"?'],
    ['with words behind it', 'Hey @Guest 210, come in'],
    ['without regard to case', '@GUEST 210 !'],
  ])('[P1] who is mentioned %s comes into view', (_, text) => {
    const { room, insider, second, outsider } = aCrowd();
    second.sends(text);
    expect(named(room, insider).joined).toEqual([outsider.id]);
  });

  it('[S6] who speaks in private does not come into view', () => {
    const { room, insider, other, outsider } = aCrowd();
    outsider.sends('psst', { to: [other.id] });
    expect(room.told(insider)).toEqual([]);
  });

  it('[J6] whoever comes next finds among the 200 those who spoke last', () => {
    const { room, outsider } = aCrowd();
    outsider.sends('Hello');
    const { members, count } = welcomeIn(room.connect('ann').joins('Ann'));
    expect([members.length, count]).toEqual([200, 211]);
    expect(members.map(({ id }) => id)).toEqual(expect.arrayContaining([outsider.id, 'ann']));
  });

  it('[J5] a welcome has 20,000 bytes at most, with as many messages as fit', () => {
    const { room, insider } = aCrowd();
    for (let sent = 0; sent < 50; sent++) insider.sends('x'.repeat(200));
    const welcome = welcomeIn(room.connect('ann').joins('Ann'));
    expect(utf8Length(JSON.stringify(welcome))).toBeLessThanOrEqual(20_000);
    expect(welcome.messages?.length).toBeGreaterThan(20);
    expect([welcome.messages?.at(-1)?.seq, welcome.more]).toEqual([50, true]);
  });

  it('[J5] a welcome has one message in any case', () => {
    const { room, insider } = aCrowd();
    insider.sends('x'.repeat(4_000));
    for (let sent = 0; sent < 3; sent++) insider.sends('漢'.repeat(4_000));
    expect(welcomeIn(room.connect('ann').joins('Ann')).messages).toHaveLength(1);
  });

  it('[P2] nobody is told who types, but for an answer to whoever asked for one', () => {
    const { room, insider, second } = aCrowd();
    expect(insider.types(true, { id: 't' })).toEqual([{ type: 'done', id: 't' }]);
    expect(room.told(second)).toEqual([]);
  });

  it('[P3] the new name of somebody out of view is told to them alone', () => {
    const { room, insider, outsider } = aCrowd();
    expect(outsider.renames('Zoe')).toMatchObject([{ type: 'presence', changed: [{ name: 'Zoe' }] }]);
    expect(room.told(insider)).toEqual([]);
    expect(outsider.sends('Hi').at(-1)).toMatchObject({ from: { name: 'Zoe' } });
  });

  it('[P1] what has been told of whom outlives hibernation', () => {
    const { room, insider, other, outsider } = aCrowd();
    outsider.sends('Hello');
    room.hibernates();
    room.hush();
    outsider.leaves();
    other.leaves();
    expect(named(room, insider)).toEqual({ joined: [], left: [outsider.id] });
  });

  it.each([
    ['', false],
    [', though they spoke after hibernation', true],
  ])('[J6] those who spoke last come last%s', (_, hibernates) => {
    const { room, people, other, outsider } = aCrowd();
    for (const speaker of people.slice(200, 205)) speaker.sends('Hello');
    if (hibernates) room.hibernates();
    other.sends('Hello');
    outsider.sends('Hello');
    const { members } = welcomeIn(room.connect('ann').joins('Ann'));
    expect(members.slice(-3).map(({ id }) => id)).toEqual([other.id, outsider.id, 'ann']);
  });

  it('[J6] who spoke last is found among the 200 after hibernation, too', () => {
    const { room, people } = aCrowd();
    const speakers = people.slice(-10);
    for (const speaker of speakers) speaker.sends('Hello');
    room.hibernates();
    const { members } = welcomeIn(room.connect('ann').joins('Ann'));
    expect(members.map(({ id }) => id)).toEqual(expect.arrayContaining(speakers.map(({ id }) => id)));
  });

  it('[P3] somebody who comes into view and takes another name at once hears of the name', () => {
    const { outsider } = aCrowd();
    const told = outsider.says({ type: 'send', text: 'Hello' }, { type: 'rename', name: 'Zoe' });
    expect(compact(told as Delivery[])).toContainEqual(
      expect.objectContaining({ changed: [expect.objectContaining({ id: outsider.id, name: 'Zoe' })] }),
    );
  });
});

it('[P3] in a crowd, who comes again under another name hears of it on the connections before', () => {
  const { room, outsider } = aCrowd();
  expect(words(room.connect(outsider.id).joins('Other'))).toEqual(['welcome']);
  expect(words(room.told(outsider))).toEqual(['presence']);
});

it('[J5] a room of 200 is no crowd: its welcome has the newest 50, however much they are', () => {
  const room = aRoom();
  const [first] = room.crowd(199) as [Person];
  for (let sent = 0; sent < 50; sent++) first.sends('x'.repeat(1_000));
  const last = room.connect('last');
  expect(welcomeIn(last.joins('Last')).messages).toHaveLength(50);
});

describe('a crowd that shrinks to 200', () => {
  it('[P1] tells everybody of everybody, whoever was out of their sight before', () => {
    const { room, people } = aCrowd();
    for (const speaker of people.slice(200)) speaker.sends('Hello');
    const late = room.join('Ann');
    const known = new Set(late.returns().members.map(({ id }) => id));
    room.hush();
    for (const leaving of people.slice(100, 200)) leaving.leaves();
    const { joined, left } = named(room, late);
    for (const id of joined) known.add(id);
    for (const id of left) known.delete(id);
    const here = [...people.slice(0, 100), ...people.slice(200), late].map(({ id }) => id);
    expect([...known].sort()).toEqual(here.sort());
  });

  it('[P1] is in view as a whole', () => {
    const { room, people, insider } = aCrowd();
    const known = new Set(people.slice(0, 200).map(({ id }) => id));
    for (const leaving of people.slice(1, 40)) leaving.leaves();
    const { joined, left } = named(room, insider);
    for (const id of joined) known.add(id);
    for (const id of left) known.delete(id);
    expect([...known].sort()).toEqual([insider, ...people.slice(40)].map(({ id }) => id).sort());
    expect(room.summary().count).toBe(171);
  });
});

it('[P1] up to 200, everybody is told of everybody', () => {
  const room = aRoom();
  const [first] = room.crowd(199);
  room.hush();
  const last = room.join('Ann');
  if (!first) throw new Error('Nobody came.');
  expect(named(room, first)).toEqual({ joined: [last.id], left: [] });
  first.types();
  expect(words(room.told(last))).toContain('typing');
});
