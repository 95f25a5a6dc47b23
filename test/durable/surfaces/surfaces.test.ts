import { DurableObject, env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import { commandSchemas } from '../../../src/protocol/client-message.ts';
import type { ServerMessage } from '../../../src/protocol/server-message.ts';
import * as worker from '../../../src/worker.ts';
import { Aside, type Insider, leaksIn, PUBLIC, secrets } from '../../support/live-aside.ts';
import { aRoom, joinRoom } from '../../support/live-client.ts';
import { fill } from '../../support/live-storage.ts';
import { answerSurfaces } from './answers.ts';
import { httpSurfaces } from './http.ts';
import { answersTo, type Surface } from './looking.ts';
import { rpcSurfaces } from './rpc.ts';
import { socketSurfaces } from './socket.ts';

/** Every surface on which an outsider could look. */
const surfaces: readonly Surface[] = [...socketSurfaces, ...answerSurfaces, ...httpSurfaces, ...rpcSurfaces];

/** Of what the room tells; the compiler knows whether the list is whole. */
const messageTypes = Object.keys({
  welcome: true,
  message: true,
  edit: true,
  delete: true,
  reaction: true,
  presence: true,
  typing: true,
  page: true,
  found: true,
  hosts: true,
  moderation: true,
  expired: true,
  log: true,
  standings: true,
  done: true,
  error: true,
} satisfies Record<ServerMessage['type'], true>);

/** They hold a seq, or ids of hosts, and nothing of what was said. */
const NO_WORDS = ['hosts', 'expired'];

/** Methods of an object that the runtime calls, and no stub. */
const HANDLERS = [
  ...['constructor', 'fetch', 'alarm'],
  ...['webSocketMessage', 'webSocketClose', 'webSocketError'],
];

/** The parts of the code by which anything could get out. */
const places: readonly string[] = [
  ...Object.keys(commandSchemas).map((type) => `command ${type}`),
  ...messageTypes.filter((type) => !NO_WORDS.includes(type)).map((type) => `message ${type}`),
  ...Object.keys(dialects).map((name) => `dialect ${name}`),
  ...new Set(worker.default.routes.map(({ method, path }) => `route ${method} ${withoutPatterns(path)}`)),
  ...Object.entries(worker).flatMap(([name, exported]) =>
    methodsOf(exported).map((method) => `rpc ${name}.${method}`),
  ),
];

const covered = new Set(surfaces.flatMap(({ covers }) => covers));

describe('[S6] the table of surfaces', () => {
  it.each(places)('names %s', (place) => expect([...covered]).toContain(place));

  it('names nothing that is not there', () => {
    expect([...covered].filter((place) => !places.includes(place))).toEqual([]);
  });

  it('is read off the code: each kind of place was found', () => {
    for (const kind of ['command', 'message', 'dialect', 'route', 'rpc']) {
      expect(places.filter((place) => place.startsWith(`${kind} `)).length).toBeGreaterThan(1);
    }
  });
});

describe.each([
  ['while the room is awake', false],
  ['after it has hibernated', true],
])('[S6] %s', (_, thenHibernates) => {
  const { RATE_BURST } = env;
  let shared: Aside;
  beforeAll(async () => {
    Object.assign(env, { RATE_BURST: 100_000 });
    shared = await Aside.told({ thenHibernates });
  });
  afterAll(() => Object.assign(env, { RATE_BURST }));

  const asideOf = ({ changes }: Surface) => (changes ? Aside.told({ thenHibernates }) : shared);

  it.each(surfaces)('$name tells no outsider', async (surface) => {
    const been = new Set<string>();
    for (const who of surface.outsiders) {
      const aside = await asideOf(surface);
      const { seen, places } = await surface.look(aside, who);
      expect([who, ...seen.flatMap((each) => leaksIn(each, aside))]).toEqual([who]);
      expect(seen.join('\n'), who).toContain(surface.everybody ?? '');
      for (const place of places) been.add(place);
    }
    expect(surface.covers.filter((place) => !been.has(place))).toEqual([]);
  });

  it.each(surfaces.filter(({ insiders }) => insiders))(
    '$name tells those whom it is for',
    async (surface) => {
      for (const [who, told] of Object.entries(surface.insiders ?? {})) {
        const { seen } = await surface.look(await asideOf(surface), who as Insider);
        const all = seen.join('\n');
        expect([who, ...told.filter((secret) => !all.includes(secrets[secret]))]).toEqual([who]);
        expect(all, who).toContain(surface.everybody ?? '');
      }
    },
  );
});

it('[S6] [S5] those whom it is for cannot let it out by a reply to it', async () => {
  const aside = await Aside.told();
  const eyes = aside.eyes();
  const eve = await eyes.joins(aside.claims('eve'));
  const ann = await aside.eyes().joins(aside.claims('ann'));
  const replies = [1, 3, 13].flatMap((replyTo) => [
    { type: 'send', text: 'as I said', replyTo },
    { type: 'send', text: 'as I said', replyTo, to: [eve.id] },
  ]);
  for (const reply of replies) {
    expect(await answersTo(ann, [reply])).toMatchObject([{ code: 'not_found' }]);
  }
  await eyes.haveSeenAll();
  expect(eyes.seen.flatMap((each) => leaksIn(each, aside))).toEqual([]);
});

it('[S6] [J5] a welcome says that there is more to those alone for whom there is', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('psst', { to: [ann.id] });
  await fill(room, 50);
  const newcomer = await joinRoom(room);
  expect([newcomer.welcome.messages?.length, newcomer.welcome.more]).toEqual([50, false]);
  const { welcome } = await joinRoom(room, { token: ann.token });
  expect([welcome.messages?.length, welcome.more]).toEqual([50, true]);
});

it('[S6] a leak of each kind would be found', async () => {
  const aside = await Aside.told();
  const [ann = ''] = aside.ids;
  const leaking = [
    secrets.reaction,
    aside.absent,
    JSON.stringify({ type: 'delete', seq: 9 }),
    JSON.stringify({ type: 'reaction', seq: 30, target: 1 }),
    JSON.stringify({ messages: [{ seq: 2, replyTo: 3 }] }),
    JSON.stringify({ seq: 2, to: [] }),
    JSON.stringify({ type: 'user', from: 'Fred', private: true }),
    JSON.stringify({ seq: 2, reactions: { '👍': [ann] } }),
    JSON.stringify({ type: 'user', from: 'Annabel', content: 'x' }),
    JSON.stringify({ type: 'typing', id: ann, on: true, to: ['somebody'] }),
    JSON.stringify({ type: 'typing', id: ann, on: true, replyTo: 1 }),
    '[2026-01-01 00:00:00 UTC] #7 Somebody: (deleted)',
    '<article id="m7">',
    '1000 Annabel has left',
  ];
  for (const leak of leaking) expect(leaksIn(leak, aside), leak).not.toEqual([]);
  const harmless = [
    JSON.stringify({ type: 'welcome', members: [{ id: ann, name: 'Annabel' }], room: { head: 18 } }),
    JSON.stringify({ type: 'typing', id: ann, on: true }),
    JSON.stringify({ type: 'login', content: 'Annabel', user_list: ['Annabel'] }),
    JSON.stringify({ type: 'message', seq: 2, text: PUBLIC }),
  ];
  expect(harmless.flatMap((seen) => leaksIn(seen, aside))).toEqual([]);
});

/** `/api/rooms/:room{[^/]*}` as `/api/rooms/:room`. */
function withoutPatterns(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '');
}

/** What a stub can call: all that stands on a class and those that it extends, but for the platform's. */
function methodsOf(exported: unknown): string[] {
  if (typeof exported !== 'function') return [];
  const names: string[] = [];
  for (let line = exported.prototype; line; line = Object.getPrototypeOf(line)) {
    if (line === DurableObject.prototype || line === Object.prototype) break;
    names.push(...Object.getOwnPropertyNames(line));
  }
  return names.filter((name) => !HANDLERS.includes(name));
}
