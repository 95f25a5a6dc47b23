import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Listing } from '../../src/protocol/listing.ts';
import { aRoom, hibernate, joinRoom, type LiveClient } from '../support/live-client.ts';
import { ask, ORIGIN } from '../support/live-http.ts';
import { tablesOf } from '../support/live-storage.ts';

const ADMIN_KEY = 'the key of this deployment';

let room: string;
let ann: LiveClient;
beforeAll(() => Object.assign(env, { ADMIN_KEY }));
afterAll(() => Object.assign(env, { ADMIN_KEY: undefined }));
beforeEach(async () => {
  // No minute and no day ends before the test does.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now());
  room = aRoom();
  ann = await joinRoom(room, { name: 'Ann' });
  await ann.posts('hello');
});
afterEach(() => vi.restoreAllMocks());

/** As the deployer, or with another key, or other headers. */
function asks(path: string, init: RequestInit = {}, key: string | undefined = ADMIN_KEY): Promise<Response> {
  const headers = { ...(key !== undefined && { Authorization: `Bearer ${key}` }), ...init.headers };
  return ask(`/api/admin${path}`, { ...init, headers });
}

const locks = (locked: unknown) => ({ method: 'POST', body: JSON.stringify({ locked }) });

const listed = async (search = room) =>
  (await (await asks(`/rooms?search=${search}`)).json<Listing>()).rooms.find((each) => each.room === room);

/** Every address of the deployer's, and how it is asked. */
const ways = [
  ['/rooms', {}],
  ['/rooms/:room', { method: 'DELETE' }],
  ['/rooms/:room/lock', locks(true)],
  ['/rooms/:room/transcript', {}],
  ['/nowhere', {}],
] as const satisfies [string, RequestInit][];

describe('who may', () => {
  it.each(ways)('[D1] whoever shows another key, or none, is shown nothing: %s', async (path, init) => {
    const address = path.replace(':room', room);
    for (const [at, key] of ['', 'wrong', ann.token].entries()) {
      const answer = await ask(`/api/admin${address}`, {
        ...init,
        headers: {
          'CF-Connecting-IP': `192.0.2.${at}`,
          ...(key && { Authorization: `Bearer ${key}` }),
        },
      });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'forbidden' });
    }
    await ann.posts('still here, and unlocked');
  });

  it.each(ways)('[D1] where no key is set there is nothing, whatever is shown: %s', async (path, init) => {
    Object.assign(env, { ADMIN_KEY: undefined });
    const answers = ['', 'undefined', ADMIN_KEY].map((key) => asks(path.replace(':room', room), init, key));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    Object.assign(env, { ADMIN_KEY });
    expect(statuses).toEqual([404, 404, 404]);
  });

  it('[D1] an owner of the room is no deployer', async () => {
    const { ownerKey, room: own } = await (await ask('/api/rooms', { method: 'POST' })).json<{
      room: string;
      ownerKey: string;
    }>();
    expect((await asks(`/rooms/${own}`, { method: 'DELETE' }, ownerKey)).status).toBe(403);
  });

  it('[D1] wrong keys are tried five times a minute from one address; then the right one waits too', async () => {
    const headers = { 'CF-Connecting-IP': '198.51.100.7' };
    const statuses: number[] = [];
    for (let at = 1; at <= 6; at++) statuses.push((await asks('/rooms', { headers }, `wrong ${at}`)).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    const late = await asks('/rooms', { headers });
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(50);
    expect((await asks('/rooms', { headers: { 'CF-Connecting-IP': '198.51.100.8' } })).status).toBe(200);
  });

  it('[A6] [D1] the pages of other sites change nothing', async () => {
    const headers = { Origin: 'https://elsewhere.test' };
    expect((await asks(`/rooms/${room}`, { method: 'DELETE', headers })).status).toBe(403);
    expect((await asks(`/rooms/${room}/lock`, { ...locks(true), headers })).status).toBe(403);
    expect((await asks('/rooms', { headers: { Origin: ORIGIN } })).status).toBe(200);
    await ann.posts('still here, and unlocked');
  });

  it('[A5] what is asked wrongly is a problem', async () => {
    expect((await asks(`/rooms/${room}/lock`, locks('yes'))).status).toBe(400);
    expect((await asks('/rooms/a%20b', { method: 'DELETE' })).status).toBe(400);
    expect((await asks('/rooms', { method: 'POST' })).status).toBe(405);
    expect((await asks(`/rooms/${aRoom()}`, { method: 'DELETE' })).status).toBe(404);
    expect((await asks(`/rooms/${aRoom()}/lock`, locks(true))).status).toBe(404);
    expect((await asks('/rooms')).headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('what the deployer sees', () => {
  it('[D2] rooms as they are now: those in use are asked', async () => {
    await joinRoom(room);
    for (let at = 1; at <= 3; at++) await ann.posts(`${at}`);
    expect(await listed()).toMatchObject({ members: 2, head: 4, isLocked: false });
    ann.leaves();
    await ann.isClosed();
    await hibernate(room);
    const found = await listed();
    expect(found).toMatchObject({ members: 1, head: 4 });
    expect(found?.days).toHaveLength(1);
  });

  it.each(['txt', 'json', 'html'])(
    '[D3] no transcript of a room that nobody has used: %s',
    async (format) => {
      const unused = aRoom();
      const answer = await asks(`/rooms/${unused}/transcript?format=${format}`);
      expect([answer.status, await answer.json()]).toEqual([
        404,
        expect.objectContaining({ code: 'not_found' }),
      ]);
      expect(await tablesOf(unused)).toEqual({});
    },
  );

  it('[D3] the whole transcript of a closed room with a hidden past, but no private message', async () => {
    ann.says({ type: 'send', text: 'between us', to: [ann.id] });
    ann.says({ type: 'settings', access: 'invitation', hidesHistory: true });
    await ann.hears({ type: 'moderation' });
    expect((await ask(`/api/rooms/${room}/transcript`)).status).toBe(403);
    const answer = await asks(`/rooms/${room}/transcript?format=txt`);
    expect(answer.headers.get('Content-Disposition')).toContain(`${room}.txt`);
    const text = await answer.text();
    expect(text).toContain('hello');
    expect(text).not.toContain('between us');
  });
});

describe('what the deployer does', () => {
  it('[D3] locks a room, which everybody in it hears, and opens it again', async () => {
    const bob = await joinRoom(room);
    expect(await (await asks(`/rooms/${room}/lock`, locks(true))).json()).toEqual({ locked: true });
    await bob.hears({ type: 'moderation', by: 'deployer', action: 'settings', settings: { locked: true } });
    bob.says({ type: 'send', id: 'late', text: 'too late' });
    await bob.hears({ type: 'error', id: 'late', code: 'locked' });
    expect(await listed()).toMatchObject({ isLocked: true });
    await asks(`/rooms/${room}/lock`, locks(false));
    await bob.hears({ type: 'moderation', settings: {} });
    await bob.posts('again');
  });

  it('[D3] which stands in the log that hosts read', async () => {
    await asks(`/rooms/${room}/lock`, locks(true));
    ann.says({ type: 'log' });
    const { entries } = await ann.hears({ type: 'log' });
    expect(entries).toMatchObject([
      { by: { id: 'deployer' }, action: 'settings', settings: { locked: true } },
    ]);
  });

  it('[D3] deletes a room: everybody is closed, nothing of it is stored or listed', async () => {
    const answer = await asks(`/rooms/${room}`, { method: 'DELETE' });
    expect(answer.status).toBe(204);
    expect((await ann.isClosed()).code).toBe(4404);
    expect(await tablesOf(room)).toEqual({});
    expect(await listed()).toBeUndefined();
  });
});

it('[D1] the page is for no search engine, kept nowhere, and runs no script that stands in it', async () => {
  const { status, headers } = await ask('/admin');
  expect(status).toBe(200);
  expect(headers.get('X-Robots-Tag')).toBe('noindex');
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(headers.get('Content-Security-Policy')).toContain("script-src 'self'");
});
