import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { streamOf } from '../../src/http/transcript/stream.ts';
import { aRoom, joinRoom } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';
import { fill, tablesOf } from '../support/live-storage.ts';

const formats = ['txt', 'json', 'html'] as const;
type Format = (typeof formats)[number];

const path = (room: string, query = '') => `/api/rooms/${encodeURIComponent(room)}/transcript${query}`;
const download = (room: string, format: Format) => ask(path(room, `?format=${format}`));
const textOf = async (room: string, format: Format) => (await download(room, format)).text();

/** The seqs that a download holds, in its order. */
function seqsIn(text: string, format: Format): number[] {
  if (format === 'json') return JSON.parse(text).messages.map(({ seq }: { seq: number }) => seq);
  const mark = format === 'txt' ? /^\[[^\]]*\] #(\d+) /gm : /<article id="m(\d+)"/g;
  return [...text.matchAll(mark)].map(([, seq]) => Number(seq));
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A room with more messages than a page or an answer holds. */
const MANY = 4_500;
async function longRoom(): Promise<string> {
  const room = aRoom();
  await joinRoom(room);
  await fill(room, MANY);
  return room;
}

/** Counts the calls of rooms, from now on. */
function callsOfRooms(): () => number {
  const spy = vi.spyOn(env.ROOMS, 'getByName');
  return () => spy.mock.calls.length;
}

/** Lets rooms fail from the given call on. */
function failFromCall(first: number): void {
  const getByName = env.ROOMS.getByName.bind(env.ROOMS);
  let calls = 0;
  vi.spyOn(env.ROOMS, 'getByName').mockImplementation((name) => {
    if (++calls >= first) throw new Error('kaboom in secret-file.ts:42');
    return getByName(name);
  });
}

async function readToTheEnd(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  return text;
}

afterEach(() => vi.restoreAllMocks());

describe.each(formats)('[R6] as %s', (format) => {
  it('holds every message of many pages, once and in order', async () => {
    expect(seqsIn(await textOf(await longRoom(), format), format)).toEqual(upTo(MANY));
  });

  it('[S6] holds nothing of a private message', async () => {
    const room = aRoom();
    const ann = await joinRoom(room, { name: 'Ann' });
    await ann.posts('a secret', { to: ['somebody'] });
    await ann.posts('a secret reply', { to: ['somebody'], replyTo: 1 });
    await ann.posts('for all');
    await ann.posts('a secret at the end', { to: [ann.id] });
    const text = await textOf(room, format);
    expect(seqsIn(text, format)).toEqual([3]);
    expect(text).not.toMatch(/secret|somebody/);
  });

  it('[S7] holds an edited message as it stands, and nothing of what it was', async () => {
    const room = aRoom();
    const ann = await joinRoom(room);
    await ann.posts('erst so');
    ann.says({ type: 'edit', target: 1, text: 'jetzt' });
    await ann.hears({ type: 'edit' });
    const text = await textOf(room, format);
    expect(text).toContain('jetzt');
    expect(text).toContain('edited');
    expect(text).not.toContain('erst so');
  });

  it('[S7] holds a tombstone without its text', async () => {
    const room = aRoom();
    const ann = await joinRoom(room);
    await ann.posts('a slip');
    ann.says({ type: 'delete', target: 1 });
    await ann.hears({ type: 'delete' });
    const text = await textOf(room, format);
    expect(seqsIn(text, format)).toEqual([1]);
    expect(text).toContain('deleted');
    expect(text).not.toContain('a slip');
  });

  it('of a room that nobody has used is empty, and leaves it unmade', async () => {
    const room = aRoom();
    const response = await download(room, format);
    expect(response.status).toBe(200);
    expect(seqsIn(await response.text(), format)).toEqual([]);
    expect(await tablesOf(room)).toEqual({});
  });

  it('ends at the head that the room had when it was begun', async () => {
    const room = await longRoom();
    const ann = await joinRoom(room);
    const response = await download(room, format);
    await ann.posts('too late');
    const text = await response.text();
    expect(seqsIn(text, format)).toEqual(upTo(MANY));
    expect(text).not.toContain('too late');
  });

  it('breaks off where the room fails half way, rather than ending', async () => {
    const room = await longRoom();
    failFromCall(4);
    const response = await download(room, format);
    expect(response.status).toBe(200);
    await expect(readToTheEnd(response)).rejects.toThrow();
  });

  it('is a download, in UTF-8, neither sniffed nor kept', async () => {
    const { headers } = await download(aRoom(), format);
    const type = { txt: 'text/plain', json: 'application/json', html: 'text/html' }[format];
    expect(headers.get('Content-Type')).toBe(`${type}; charset=utf-8`);
    expect(headers.get('Content-Disposition')).toMatch(new RegExp(`^attachment; filename=".+\\.${format}"`));
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('is announced by HEAD like GET, without a body', async () => {
    const room = aRoom();
    const head = await ask(path(room, `?format=${format}`), { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect([...head.headers]).toEqual([...(await download(room, format)).headers]);
    expect(await head.text()).toBe('');
  });
});

it('[R6] is text where no format is asked', async () => {
  const { headers } = await ask(path(aRoom()));
  expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
});

it.each(['', 'xml', 'TXT', 'txt,json', 'constructor', '__proto__', '%zz', 'json%00'])(
  '[R6] the format %j is a bad request, which asks no room',
  async (format) => {
    const calls = callsOfRooms();
    const response = await ask(path(aRoom(), `?format=${format}`));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'bad_request' });
    expect(calls()).toBe(0);
  },
);

it('[R6] takes any spelling of a room', async () => {
  const room = aRoom();
  await (await joinRoom(room)).posts('hello');
  expect(await (await ask(path(room.toUpperCase()))).text()).toContain('hello');
});

it('[A3] of what is no room there is none', async () => {
  expect((await ask(path('a b'))).status).toBe(400);
});

it('[A4] of a private room that was not issued there is none, and it asks no room', async () => {
  const calls = callsOfRooms();
  expect((await ask(path('prv-x'))).status).toBe(404);
  expect(calls()).toBe(0);
});

it('[A4] of a private room there is one', async () => {
  const { room } = await (await ask('/api/rooms', { method: 'POST' })).json<{ room: string }>();
  await (await joinRoom(room)).posts('hello');
  expect(await (await ask(path(room))).text()).toContain('hello');
});

it('[A5] a room that fails at once is a problem', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  failFromCall(1);
  const response = await ask(path(aRoom()));
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/kaboom|secret-file/);
});

it.each(['POST', 'PUT', 'DELETE'])('[A5] is not to be had by %s', async (method) => {
  const response = await ask(path(aRoom()), { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('Allow')).toBe('GET, HEAD');
});

it.each([
  ['salon', 'parlor-salon.txt', 'parlor-salon.txt'],
  ['salon-été', 'parlor-salon-ete.txt', 'parlor-salon-%C3%A9t%C3%A9.txt'],
  ['聊天室', 'parlor-___.txt', 'parlor-%E8%81%8A%E5%A4%A9%E5%AE%A4.txt'],
])('[R6] %s is kept under its name, in every script', async (room, ascii, encoded) => {
  const { headers } = await ask(path(room));
  expect(headers.get('Content-Disposition')).toBe(
    `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
  );
});

it('[R6] only the page has a policy, and it allows nothing but its own style', async () => {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
  const policies = await Promise.all(
    formats.map(async (format) => (await download(aRoom(), format)).headers.get('Content-Security-Policy')),
  );
  expect(policies).toEqual([null, null, policy]);
});

describe('[R6] the room is asked', () => {
  it('for no more than is read', async () => {
    const room = await longRoom();
    const calls = callsOfRooms();
    const { body } = await download(room, 'txt');
    await scheduler.wait(50);
    expect(calls()).toBe(2);
    await body?.cancel();
  });

  it('for nothing more once the reader has gone', async () => {
    const room = await longRoom();
    const calls = callsOfRooms();
    const reader = (await download(room, 'txt')).body?.getReader();
    await reader?.read();
    await reader?.read();
    await reader?.cancel();
    await scheduler.wait(50);
    expect(calls()).toBeLessThan(5);
  });
});

it('[R6] what is not read to its end is let go', async () => {
  let isOpen = true;
  async function* endless() {
    try {
      while (true) yield 'more';
    } finally {
      isOpen = false;
    }
  }
  const reader = streamOf(endless()).getReader();
  await reader.read();
  await reader.cancel();
  expect(isOpen).toBe(false);
});
