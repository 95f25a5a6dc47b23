import { DurableObject, env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../../src/dialect/dialects.ts';
import { commandSchemas } from '../../src/protocol/client-message.ts';
import type { Page, ServerMessage } from '../../src/protocol/server-message.ts';
import * as worker from '../../src/worker.ts';
import {
  Aside,
  type Insider,
  leaksIn,
  type Outsider,
  PUBLIC,
  SECRET_IDS,
  type Secret,
  secrets,
} from '../support/live-aside.ts';
import type { ClassicClient } from '../support/live-classic.ts';
import { aRoom, joinRoom, type LiveClient } from '../support/live-client.ts';
import type { Eyes } from '../support/live-eyes.ts';
import { fill } from '../support/live-storage.ts';

/** Somewhere to look, who looks there, and what comes of it. */
interface Surface {
  readonly name: string;
  /** The parts of the code that are looked at; whoever looks has to have been there. */
  readonly covers: readonly string[];
  /** Gives the eyes that have looked. */
  readonly look: (aside: Aside, who: Insider | Outsider) => Promise<Eyes>;
  readonly outsiders: readonly Outsider[];
  /** What those whom it is for do see there. */
  readonly insiders?: Partial<Record<Insider, readonly Secret[]>>;
  /** What everybody sees there: a sign that one would see something. */
  readonly everybody?: string;
  /** For those who change the room by looking: each has one to themselves. */
  readonly changes?: true;
}

const OUTSIDERS = ['eve', 'owner', 'guest', 'newcomer'] as const;
const STANDING = {
  ann: ['edited', 'reply', 'comment', 'reaction', 'classic', 'last'],
  bob: ['edited', 'reply', 'comment', 'reaction', 'last'],
} as const;

const ANYBODY = { member: null };

/** No message has this seq. */
const NOWHERE = 999;

/** H3 to H10, without what would end the room. */
const hostsCommands = {
  kick: { member: 'nobody' },
  ban: { member: 'nobody', erase: true },
  unban: { member: 'nobody' },
  mute: { member: 'nobody' },
  unmute: { member: 'nobody' },
  admit: { member: 'nobody' },
  appoint: { member: 'nobody', role: 'moderator' },
  settings: { title: 'Theirs' },
  destroy: { room: 'another' },
  log: {},
  standings: {},
};

/** Every surface on which an outsider could look. */
const surfaces: readonly Surface[] = [
  {
    name: 'what comes live, natively',
    covers: [
      'dialect native',
      ...['message', 'edit', 'delete', 'reaction', 'presence', 'typing'].map((type) => `message ${type}`),
    ],
    look: watched,
    outsiders: ['eve', 'owner', 'guest'],
    insiders: {
      ann: [...STANDING.ann, 'first', 'gone'],
      bob: [...STANDING.bob, 'first', 'gone'],
    },
    everybody: PUBLIC,
  },
  {
    name: 'what comes live, classically',
    covers: ['dialect classic'],
    look: watched,
    outsiders: ['fred'],
    insiders: { cleo: ['first', 'classic', 'last'] },
    everybody: PUBLIC,
  },
  {
    name: 'a welcome',
    covers: ['command join', 'message welcome'],
    look: native(),
    outsiders: OUTSIDERS,
    insiders: STANDING,
    everybody: PUBLIC,
  },
  {
    name: 'the history after a classic login',
    covers: ['dialect classic'],
    look: classic(),
    outsiders: ['newcomer'],
    everybody: PUBLIC,
  },
  {
    name: 'the history after a first word',
    covers: ['dialect classic'],
    look: async (aside) => {
      const eyes = aside.eyes();
      const client = await eyes.opensClassic();
      client.says('hello');
      await client.hears({ type: 'user', content: 'hello' });
      return eyes;
    },
    changes: true,
    outsiders: ['newcomer'],
    everybody: PUBLIC,
  },
  {
    name: 'a resume from every cursor',
    covers: ['command join', 'message welcome'],
    look: async (aside, who) => {
      const eyes = aside.eyes();
      const { log, head } = aside;
      for (let after = 0; after <= head; after++) {
        const { welcome } = await eyes.joins({ ...aside.claims(who), log, after });
        expect(welcome.resumed).toBe(true);
        if (isOutsider(who)) {
          const seqs = welcome.events?.map(({ seq }) => seq);
          expect(seqs).toEqual(upTo(head).filter((seq) => seq > after && !aside.hidden.includes(seq)));
        }
      }
      return eyes;
    },
    outsiders: OUTSIDERS,
    insiders: STANDING,
    everybody: PUBLIC,
  },
  {
    name: 'a page from every seq',
    covers: ['command page', 'message page'],
    look: native(async (client, aside, who) => {
      client.says(ranges(aside).map((range, at) => ({ type: 'page', id: `p${at}`, ...range })));
      for (const [at, range] of ranges(aside).entries()) {
        const page = await client.hears({ type: 'page', id: `p${at}` });
        if (isOutsider(who)) expectNoHole(page, range, aside);
      }
    }),
    outsiders: OUTSIDERS,
    insiders: STANDING,
    everybody: PUBLIC,
  },
  {
    name: 'a page over HTTP from every seq',
    covers: ['route GET /api/rooms/:room/messages'],
    look: async (aside) => {
      const eyes = aside.eyes();
      for (const range of ranges(aside)) {
        const query = Object.entries(range).map(([name, seq]) => `${name}=${seq}`);
        const response = await eyes.asks('GET /api/rooms/:room/messages', `?${query.join('&')}`);
        const { head, ...page } = await response.json<Page & { head: number }>();
        expectNoHole(page, range, aside);
        expect(head).toBe(aside.head);
      }
      return eyes;
    },
    outsiders: ['anybody'],
    everybody: PUBLIC,
  },
  {
    name: 'a page that the Worker is given',
    covers: ['rpc RoomObject.messages'],
    look: async (aside) => {
      const eyes = aside.eyes();
      for (const range of ranges(aside)) await eyes.calls('RoomObject', 'messages', range, ANYBODY);
      await eyes.calls('RoomObject', 'messages', { after: 0, limit: 1_000_000 }, ANYBODY);
      return eyes;
    },
    outsiders: ['anybody'],
    everybody: PUBLIC,
  },
  {
    name: 'the summary',
    covers: ['route GET /api/rooms/:room', 'rpc RoomObject.summary'],
    look: async (aside) => {
      const eyes = aside.eyes();
      const { room, log, head, count } = aside;
      const response = await eyes.asks('GET /api/rooms/:room');
      expect(await response.json()).toEqual({ room, log, head, count });
      expect(await eyes.calls('RoomObject', 'summary', ANYBODY)).toEqual({ room, log, head, count });
      return eyes;
    },
    changes: true,
    outsiders: ['anybody'],
  },
  ...['', '?format=txt', '?format=json', '?format=html'].map(
    (query): Surface => ({
      name: `the transcript${query}`,
      covers: ['route GET /api/rooms/:room/transcript'],
      look: async (aside) => {
        const eyes = aside.eyes();
        expect((await eyes.asks('GET /api/rooms/:room/transcript', query)).status).toBe(200);
        return eyes;
      },
      outsiders: ['anybody'],
      everybody: PUBLIC,
    }),
  ),
  {
    name: 'an answer to meddling',
    covers: [...['send', 'edit', 'delete', 'react'].map((type) => `command ${type}`), 'message error'],
    look: native(async (client, aside) => {
      const expected = await answersTo(client, meddlings(NOWHERE));
      const answers = await answersTo(client, aside.hidden.flatMap(meddlings));
      expect(answers).toEqual(aside.hidden.flatMap(() => expected));
      const [toWhatIsThere] = await answersTo(client, meddlings(6).slice(0, 1));
      expect(toWhatIsThere).toMatchObject({ code: 'forbidden' });
      expect((await client.posts('next')).seq).toBe(aside.head + 1);
    }),
    changes: true,
    outsiders: OUTSIDERS,
  },
  {
    name: 'an answer to an id of theirs',
    covers: ['command send', 'message message'],
    look: native(async (client, _, who) => {
      for (const id of SECRET_IDS) {
        const { text, from } = await client.posts('mine', { id, since: 0 });
        if (isOutsider(who)) expect([text, from.id]).toEqual(['mine', client.id]);
      }
    }),
    changes: true,
    outsiders: OUTSIDERS,
    insiders: { ann: ['edited', 'last'] },
  },
  {
    name: 'an answer that nothing changes',
    covers: ['command react', 'message done'],
    look: native(async (client, aside) => {
      const unset = { type: 'react', emoji: '🎉', on: false };
      client.says({ ...unset, id: 'd', target: 2 });
      await client.hears({ type: 'done', id: 'd' });
      for (const target of aside.hidden) {
        client.says({ ...unset, id: `d${target}`, target });
        await client.hears({ type: 'error', id: `d${target}`, code: 'not_found' });
      }
    }),
    outsiders: OUTSIDERS,
  },
  {
    name: "what a host's commands are answered",
    covers: [
      ...Object.keys(hostsCommands).map((type) => `command ${type}`),
      ...['moderation', 'log', 'standings'].map((type) => `message ${type}`),
    ],
    look: native(async (client) => {
      for (const [type, fields] of Object.entries(hostsCommands)) client.says({ type, ...fields });
      await client.hasHeardAll();
    }),
    changes: true,
    outsiders: OUTSIDERS,
  },
  {
    name: 'what typing and another name do',
    covers: ['command typing', 'command rename', 'message presence'],
    look: native(async (client) => {
      client.says({ type: 'typing', on: true });
      client.says({ type: 'rename', name: 'Annabel' });
      const { changed } = await client.hears({ type: 'presence' });
      expect(changed).toEqual([{ id: client.id, name: 'Annabel 2' }]);
    }),
    changes: true,
    outsiders: OUTSIDERS,
  },
  {
    name: 'why a connection is closed',
    covers: ['message error', 'dialect native', 'dialect classic'],
    look: async (aside, who) => {
      const eyes = aside.eyes();
      const [large, broken, gone] = [
        await eyes.joins(aside.claims(who)),
        await eyes.joins(aside.claims(who)),
        await eyes.joins(aside.claims(who)),
      ];
      large.saysRaw('x'.repeat(70_000));
      expect((await large.isClosed()).code).toBe(1009);
      for (let fault = 1; fault <= 10; fault++) broken.saysRaw('no JSON');
      expect((await broken.isClosed()).code).toBe(4400);
      gone.leaves(4000, 'bye');
      await gone.isClosed();
      const bare = await eyes.logsIn('Greg');
      bare.says('x'.repeat(70_000));
      expect(await bare.isClosed()).toBe(1009);
      return eyes;
    },
    outsiders: OUTSIDERS,
  },
  {
    name: 'the sentences of classic errors',
    covers: ['dialect classic'],
    look: classic(async (client) => {
      for (const frame of [
        '@Carol psst',
        '@Annabel ',
        { type: 'login', content: 'Annabel' },
        { type: 'user' },
        { type: 'page', before: 2 },
        { type: 'edit', target: 1, text: 'x' },
      ]) {
        client.says(frame);
        await client.hears({ type: 'error' });
      }
    }),
    outsiders: ['newcomer'],
  },
  {
    name: 'an answer before the join',
    covers: ['message error'],
    look: async (aside) => {
      const eyes = aside.eyes();
      const client = await eyes.opens();
      const others = [{ type: 'page' }, { type: 'typing', on: true }, { type: 'rename', name: 'Annabel' }];
      for (const answer of await answersTo(client, [...meddlings(1), ...others])) {
        expect(answer).toMatchObject({ code: 'not_joined' });
      }
      return eyes;
    },
    outsiders: ['anybody'],
  },
  {
    name: 'the routes that hold no message',
    covers: [
      'POST /api/rooms',
      'GET /api/rooms/:room/socket',
      'GET /r/*',
      'ALL /api/rooms',
      'ALL /api/rooms/*',
      'ALL /api/rooms/:room',
      'ALL /api/rooms/:room/messages',
      'POST /api/rooms/:room/owner-key',
      'ALL /api/rooms/:room/owner-key',
      'POST /api/rooms/:room/invitations',
      'ALL /api/rooms/:room/invitations',
      'ALL /api/rooms/:room/socket',
      'ALL /api/rooms/:room/transcript',
    ].map((route) => `route ${route}`),
    look: async (aside) => {
      const eyes = aside.eyes();
      for (const path of ['rooms', 'rooms/:room', 'rooms/:room/messages', 'rooms/:room/transcript']) {
        for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
          await eyes.asks(`ALL /api/${path}`, '', { method });
        }
      }
      for (const given of ['owner-key', 'invitations']) {
        await eyes.asks(`POST /api/rooms/:room/${given}`);
        await eyes.asks(`ALL /api/rooms/:room/${given}`, '', { method: 'GET' });
      }
      await eyes.asks('ALL /api/rooms/:room/socket');
      await eyes.asks('ALL /api/rooms/*', '/search?q=secret', { method: 'GET' });
      await eyes.asks('POST /api/rooms');
      await eyes.asks('GET /api/rooms/:room/socket');
      await eyes.asks('GET /r/*');
      return eyes;
    },
    outsiders: ['anybody'],
  },
  {
    name: "the deployer's routes, for whoever has not the key",
    covers: [
      'ALL /api/admin/*',
      'GET /api/admin/rooms',
      'ALL /api/admin/rooms',
      'DELETE /api/admin/rooms/:room',
      'ALL /api/admin/rooms/:room',
      'POST /api/admin/rooms/:room/lock',
      'ALL /api/admin/rooms/:room/lock',
      'GET /api/admin/rooms/:room/transcript',
      'ALL /api/admin/rooms/:room/transcript',
      'GET /admin',
    ].map((route) => `route ${route}`),
    look: async (aside) => {
      const eyes = aside.eyes();
      for (const path of ['rooms', 'rooms/:room', 'rooms/:room/lock', 'rooms/:room/transcript']) {
        await eyes.asks(`ALL /api/admin/${path}`);
      }
      await eyes.asks('ALL /api/admin/*', '', { method: 'GET' });
      await eyes.asks('GET /api/admin/rooms');
      await eyes.asks('DELETE /api/admin/rooms/:room');
      await eyes.asks('POST /api/admin/rooms/:room/lock');
      await eyes.asks('GET /api/admin/rooms/:room/transcript');
      await eyes.asks('GET /admin');
      return eyes;
    },
    outsiders: ['anybody'],
  },
  {
    name: 'what the deployer is given and does, which holds no private message',
    covers: [
      ...['messages', 'lock', 'report', 'destroy'].map((method) => `rpc RoomObject.${method}`),
      ...['report', 'list', 'tries', 'forget'].map((method) => `rpc DirectoryObject.${method}`),
    ],
    look: async (aside) => {
      const eyes = aside.eyes();
      const { room } = aside;
      await eyes.calls('RoomObject', 'messages', { after: 0 }, { ...ANYBODY, isOwner: true });
      await eyes.calls('RoomObject', 'lock', false);
      await eyes.calls('RoomObject', 'report');
      await eyes.calls('DirectoryObject', 'report', {
        ...{ room, members: 0, head: 0, bytes: 0, isLocked: false, activeAt: 0 },
        ...{ rowsRead: 0, rowsWritten: 0, requests: 0 },
      });
      await eyes.calls('DirectoryObject', 'list', room);
      await eyes.calls('DirectoryObject', 'tries', 'somewhere', true);
      await eyes.calls('RoomObject', 'destroy');
      await eyes.calls('DirectoryObject', 'forget', room);
      return eyes;
    },
    changes: true,
    outsiders: ['anybody'],
    everybody: PUBLIC,
  },
  {
    name: 'what a member is, that the Worker is told',
    covers: ['rpc RoomObject.standingOf'],
    look: async (aside) => {
      const eyes = aside.eyes();
      await eyes.calls('RoomObject', 'standingOf', 'nobody');
      return eyes;
    },
    outsiders: ['anybody'],
  },
  {
    name: 'the object that keeps the keys',
    covers: ['rpc KeyringObject.secret'],
    look: async (aside) => {
      const eyes = aside.eyes();
      await eyes.calls('KeyringObject', 'secret');
      return eyes;
    },
    outsiders: ['anybody'],
  },
];

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
])('[S6] %s', { timeout: 30_000 }, (_, thenHibernates) => {
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

/** What has come before the eyes of somebody who was there throughout. */
async function watched(aside: Aside, who: Insider | Outsider): Promise<Eyes> {
  const eyes = aside.live(who);
  await eyes.haveSeenAll();
  return eyes;
}

type NativeLook = (client: LiveClient, aside: Aside, who: Insider | Outsider) => Promise<void>;

function native(look: NativeLook = async () => {}): Surface['look'] {
  return async (aside, who) => {
    const eyes = aside.eyes();
    await look(await eyes.joins(aside.claims(who)), aside, who);
    await eyes.haveSeenAll();
    return eyes;
  };
}

function classic(look: (client: ClassicClient) => Promise<void> = async () => {}): Surface['look'] {
  return async (aside) => {
    const eyes = aside.eyes();
    await look(await eyes.logsIn('Greg'));
    await eyes.haveSeenAll();
    return eyes;
  };
}

function isOutsider(who: Insider | Outsider): who is Outsider {
  return !['ann', 'bob', 'cleo'].includes(who);
}

/** Everything that one can try on the seq of a message; the first of it is for its author alone. */
const meddlings = (seq: number): readonly object[] => [
  { type: 'edit', target: seq, text: 'mine now' },
  { type: 'edit', target: seq, text: '' },
  { type: 'delete', target: seq },
  { type: 'react', target: seq, emoji: '👍', on: true },
  { type: 'react', target: seq, emoji: '👍', on: false },
  { type: 'react', target: seq, emoji: 'no emoji', on: true },
  { type: 'send', replyTo: seq, text: 'about that' },
  { type: 'send', replyTo: seq, text: '' },
  { type: 'send', replyTo: seq, text: 'about that', to: ['nobody'] },
];

/** The errors that answer commands of one frame, but for the ids by which they are told apart. */
async function answersTo(client: LiveClient, commands: readonly object[]): Promise<object[]> {
  client.says(commands.map((command, at) => ({ ...command, id: `meddling-${at}` })));
  const answers: object[] = [];
  for (const at of commands.keys()) {
    const { id: _, ...answer } = await client.hears({ type: 'error', id: `meddling-${at}` });
    answers.push(answer);
  }
  return answers;
}

type Range = { before?: number; after?: number; around?: number; limit?: number };

/** In every direction from every seq, with limits at which a private message would show. */
function ranges({ head, messages }: Aside): Range[] {
  const limits = [1, 2, messages.length];
  return limits.flatMap((limit) => [
    { limit },
    ...upTo(head + 1).flatMap((seq) => [
      { limit, before: seq },
      { limit, after: seq - 1 },
      { limit, around: seq },
    ]),
  ]);
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A page is that of a room in which the private messages were never sent. */
function expectNoHole({ messages, more, newer }: Page, range: Range, aside: Aside): void {
  const { before, after, around, limit = 50 } = range;
  const seqs = messages.map(({ seq }) => seq);
  const older = aside.messages.filter((seq) => seq < (seqs[0] ?? around ?? before ?? NOWHERE));
  const later = aside.messages.filter((seq) => seq > (seqs.at(-1) ?? after ?? NOWHERE));
  const meant = aside.messages.filter((seq) => seq < (before ?? NOWHERE) && seq > (after ?? 0));
  if (around === undefined) {
    const expected = after === undefined ? meant.slice(-limit) : meant.slice(0, limit);
    expect(seqs, JSON.stringify(range)).toEqual(expected);
    expect(more, JSON.stringify(range)).toBe(meant.length > limit);
  } else {
    expect(seqs, JSON.stringify(range)).toHaveLength(Math.min(limit, aside.messages.length));
    expect([more, newer], JSON.stringify(range)).toEqual([older.length > 0, later.length > 0]);
  }
}

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
