import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Chance } from '../chaos/chance.ts';
import { aRoom, connect, joinRoom, type LiveClient } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** By a seed of its own each run; one that failed is had again by `FUZZ_SEED=… npm run fuzz`. */
    readonly fuzz: { readonly seed: number; readonly frames: number };
  }
}

const { seed: SEED, frames: FRAMES } = inject('fuzz');
const REQUESTS = FRAMES / 8;
const timeout = 120_000 + 20 * FRAMES;

const usual = env.RATE_BURST;
beforeAll(() => {
  env.RATE_BURST = 1_000_000;
});
afterAll(() => {
  env.RATE_BURST = usual;
});

/** One of each command, right in all respects, to be spoilt. */
const COMMANDS: readonly Record<string, unknown>[] = [
  { type: 'join', name: 'Ann', token: 'x.y', log: 'z', after: 3, ownerKey: 'k' },
  { type: 'send', id: 'a', text: 'Hello', replyTo: 1, to: ['b'], since: 0 },
  { type: 'edit', id: 'b', target: 1, text: 'Hi' },
  { type: 'delete', id: 'c', target: 1 },
  { type: 'react', id: 'd', target: 1, emoji: '👍', on: true },
  { type: 'typing', id: 'e', on: true },
  { type: 'rename', id: 'f', name: 'Bob' },
  { type: 'page', id: 'g', around: 1, limit: 5 },
  { type: 'search', id: 'h', query: 'hello', before: 3 },
  { type: 'login', content: 'Carl' },
  { type: 'user', content: '@"Carl" psst' },
];

const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    -0,
    '',
    ' ',
    '\0',
    '\u202e',
    '\u2028',
    '\ufeff',
    '﷽',
    '👩‍🚀',
  ],
  ...[
    'x'.repeat(5_000),
    '__proto__',
    'constructor',
    'toString',
    "'; DROP TABLE messages; --",
    '<script>',
    '%00',
    '../..',
  ],
  ...[[], {}, [[]], [null], { length: 1 }, [1, 'a', {}], ['a', 'a'], Array.from({ length: 30 }, String)],
];

function spoilt(chance: Chance): Record<string, unknown> {
  const command = { ...chance.pick(COMMANDS) };
  for (let i = chance.between(0, 3); i > 0; i--) {
    const field = chance.pick([...Object.keys(command), '__proto__', 'extra']) ?? 'type';
    if (chance.next() < 0.3) delete command[field];
    else
      Object.defineProperty(command, field, {
        value: chance.pick(ODD),
        enumerable: true,
        configurable: true,
      });
  }
  return command;
}

/** Text with some of its characters lost, doubled or exchanged. */
function torn(text: string, chance: Chance): string {
  const at = chance.between(0, text.length);
  const odd = chance.pick(['"', '\\', '{', ']', '\\ud800', '\u0000', 'é', '9', '']) ?? '';
  return text.slice(0, at) + odd + text.slice(at + chance.between(0, 4));
}

function frame(chance: Chance): string | ArrayBuffer {
  return chance.weighed<() => string | ArrayBuffer>([
    [6, () => JSON.stringify(spoilt(chance))],
    [3, () => JSON.stringify(Array.from({ length: chance.between(0, 5) }, () => spoilt(chance)))],
    [3, () => torn(JSON.stringify(spoilt(chance)), chance)],
    [1, () => String(chance.pick(ODD))],
    [1, () => new Uint8Array(chance.between(0, 50)).map(() => chance.between(0, 256)).buffer],
  ])();
}

/** Nothing that went wrong inside shows outside. */
function expectNoAccident(told: string): void {
  expect(told).not.toContain('"internal"');
  expect(told).not.toMatch(/\bat [\w.]+ \(|\.ts:\d|SQLITE|node_modules|TypeError|RangeError/);
}

it(`[F5] the room is alive after any frame (seed ${SEED})`, { timeout }, async () => {
  const chance = new Chance(SEED);
  const room = aRoom();
  const watcher = await joinRoom(room, { name: 'Watcher' });
  let speaker: LiveClient | undefined;
  for (let sent = 0; sent < FRAMES; sent += 5) {
    speaker = chance.next() < 0.2 ? await connect(room) : await joinRoom(room);
    const frames = Array.from({ length: 5 }, () => frame(chance));
    for (const each of frames) speaker.saysRaw(each);
    await watcher.hasHeardAll();
    expectNoAccident(speaker.everything.join('\n'));
    speaker.leaves(1000);
  }
  expectNoAccident(watcher.everything.join('\n'));
  await watcher.posts('Still here');
});

it(`[A5] no request is a 500, whatever it asks (seed ${SEED})`, { timeout }, async () => {
  const chance = new Chance(SEED);
  const parts = [
    'api',
    'rooms',
    'r',
    'salon',
    'socket',
    'messages',
    'transcript',
    'prv-x',
    '%',
    '%00',
    '%ff',
    '..',
    '聊天室',
    '',
    ' ',
  ];
  const queries = [
    '',
    '?before=1',
    '?limit=0',
    '?after=-1&after=2',
    '?format=exe',
    '?around=%00',
    '?limit=1e9',
    '?=&&=',
  ];
  for (let i = 0; i < REQUESTS; i++) {
    const path = Array.from({ length: chance.between(1, 6) }, () => chance.pick(parts)).join('/');
    const method = chance.pick(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) ?? 'GET';
    const headers =
      chance.next() < 0.3 ? { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': 'parlor.v1' } : {};
    const address = `/${chance.next() < 0.6 ? 'api/rooms/' : ''}${path}${chance.pick(queries)}`;
    const response = await ask(address, { method: 'Upgrade' in headers ? 'GET' : method, headers });
    response.webSocket?.accept();
    response.webSocket?.close(1000);
    expect(response.status, `${method} ${address}`).toBeLessThan(500);
    if (response.status !== 101) expectNoAccident(await response.text());
  }
});
