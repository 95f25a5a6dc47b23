import { env } from 'cloudflare:workers';
import { afterEach, expect, it, vi } from 'vitest';
import { ClassicClient } from '../support/live-classic.ts';
import { aRoom, connect, from, joinRoom, type LiveClient } from '../support/live-client.ts';
import { ask, ORIGIN, upgrade } from '../support/live-http.ts';
import { tablesOf } from '../support/live-storage.ts';

// Each test is named by a sentence of SECURITY.md.

afterEach(() => vi.restoreAllMocks());

const HOME = from('203.0.113.7');

async function anOwnedRoom(): Promise<{ room: string; owner: LiveClient }> {
  const room = aRoom();
  const owner = await joinRoom(room, { name: 'Own' });
  await owner.posts('mine');
  return { room, owner };
}

const as = (token: string, body: object = {}): RequestInit => ({
  method: 'POST',
  headers: { Authorization: `Bearer ${token}` },
  body: JSON.stringify(body),
});

const make = async () =>
  (await ask('/api/rooms', { method: 'POST' })).json<{ room: string; ownerKey: string }>();

const invite = async (room: string, token: string) =>
  (await ask(`/api/rooms/${room}/invitations`, as(token, { minutes: 5 }))).json<{
    invitation: string;
    url: string;
  }>();

const everyWay = async (room: string, headers: Record<string, string> = {}) =>
  Promise.all(
    ['', '/messages', '/messages?after=0', '/transcript', '/transcript?format=json'].map(async (rest) => {
      const response = await ask(`/api/rooms/${room}${rest}`, { headers });
      return { status: response.status, text: await response.text() };
    }),
  );

it('Who somebody is, is proved by a token that nobody can make of what others see.', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const [, signature] = (await joinRoom(room)).token.split('.');
  for (const token of [ann.id, `${ann.id}.`, `${ann.id}.${signature}`, `${ann.token}x`]) {
    expect((await joinRoom(room, { token })).id).not.toBe(ann.id);
  }
  expect((await joinRoom(room, { token: ann.token })).id).toBe(ann.id);
});

it('The name of a private room cannot be guessed, and one that was not issued is no room.', async () => {
  const [one, other] = [await make(), await make()];
  expect(one.room).not.toBe(other.room);
  expect(one.room.length).toBeGreaterThanOrEqual('prv-'.length + 50);
  for (const name of ['prv-', 'prv-x', `${one.room.slice(0, 29)}${other.room.slice(29)}`]) {
    expect((await upgrade(name)).status).toBe(404);
    expect((await ask(`/api/rooms/${name}`)).status).toBe(404);
  }
});

it('A room that is not open tells nothing to whoever was not let in, by socket, over HTTP or as a transcript.', async () => {
  const { room, owner } = await anOwnedRoom();
  await owner.does({ type: 'settings', access: 'invitation', title: 'Garden' });
  const eve = await connect(room);
  await eve.isRefused({ log: owner.welcome.room.log, after: 0 });
  const heard = [...eve.everything, ...(await everyWay(room)).map(({ text }) => text)].join();
  expect(heard).not.toMatch(/mine|Own|Garden/);
  expect((await everyWay(room)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});

it('A password is kept as a slow, salted hash alone, and can be tried or set a few times a minute.', async () => {
  const derive = vi.spyOn(crypto.subtle, 'deriveBits');
  const { room, owner } = await anOwnedRoom();
  await owner.does({ type: 'settings', access: 'password', password: 'correct horse' });
  expect(derive.mock.calls[0]?.[0]).toMatchObject({ name: 'PBKDF2', iterations: 100_000 });
  derive.mockRestore();
  expect(JSON.stringify(await tablesOf(room))).not.toContain('correct horse');
  const eve = await connect(room, HOME);
  // Every 12 s one more may be tried.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now());
  for (let guess = 0; guess < 5; guess++) {
    expect((await eve.isRefused({ password: 'x' })).code).toBe('forbidden');
  }
  expect((await eve.isRefused({ password: 'correct horse' })).code).toBe('rate_limited');
  const anew = { type: 'settings', access: 'password', password: 'another' };
  owner.says([anew, anew, anew, anew, anew]);
  expect((await owner.hears({ type: 'error' })).code).toBe('rate_limited');
});

it('An owner key is worth nothing once ownership was passed on, and none that was asked for outlives its room.', async () => {
  const { room, ownerKey } = await make();
  const [owner, ann] = [await joinRoom(room, { ownerKey }), await joinRoom(room)];
  await owner.does({ type: 'appoint', member: ann.id, role: 'owner' });
  expect((await joinRoom(room, { ownerKey })).welcome.self.role).toBe('member');
  const asked = await (await ask(`/api/rooms/${room}/owner-key`, as(ann.token))).json<{ ownerKey: string }>();
  expect((await joinRoom(room, asked)).welcome.self.role).toBe('owner');
  ann.says({ type: 'destroy', room });
  await ann.isClosed();
  await joinRoom(room);
  expect((await joinRoom(room, asked)).welcome.self.role).toBe('member');
});

it('An invitation opens one room until it runs out, the room asks for something else or is deleted, and cannot be given more time.', async () => {
  const [{ room, owner }, other] = [await anOwnedRoom(), await anOwnedRoom()];
  for (const { owner: host } of [{ owner }, other])
    await host.does({ type: 'settings', access: 'invitation' });
  const { invitation } = await invite(room, owner.token);
  const later = `${(Date.now() + 1e10).toString(36)}.${invitation.split('.')[1]}`;
  const refused = { code: 'forbidden', needs: 'invitation' };
  expect(await (await connect(room)).isRefused({ invitation: later })).toMatchObject(refused);
  expect(await (await connect(other.room)).isRefused({ invitation })).toMatchObject(refused);
  expect((await joinRoom(room, { invitation })).welcome.self.role).toBe('member');
  const now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now + 6 * 60_000);
  expect(await (await connect(room)).isRefused({ invitation })).toMatchObject(refused);
  clock.mockRestore();
  for (const access of ['open', 'invitation']) await owner.does({ type: 'settings', access });
  expect(await (await connect(room)).isRefused({ invitation })).toMatchObject(refused);
  const last = await invite(room, owner.token);
  owner.says({ type: 'destroy', room });
  await owner.isClosed();
  const next = await joinRoom(room);
  await next.posts('mine now');
  await next.does({ type: 'settings', access: 'invitation' });
  expect(await (await connect(room)).isRefused({ invitation: last.invitation })).toMatchObject(refused);
});

it('A banned person stays out under a new name, with a new token, and through the classic dialect.', async () => {
  const { room, owner } = await anOwnedRoom();
  const eve = await joinRoom(room, { name: 'Eve' }, HOME);
  await owner.does({ type: 'ban', member: eve.id });
  expect((await (await connect(room, HOME)).isRefused({ name: 'Innocent' })).code).toBe('banned');
  expect((await (await connect(room)).isRefused({ name: 'Eve', token: eve.token })).code).toBe('banned');
  const classic = await ClassicClient.at(room, HOME);
  classic.says({ type: 'login', content: 'Innocent' });
  expect(await classic.isClosed()).toBe(4403);
});

it('An address is kept as a keyed hash alone, another in each room, and what a client says of its own is worth nothing.', async () => {
  const hashes = new Set();
  for (const { room, owner } of [await anOwnedRoom(), await anOwnedRoom()]) {
    const eve = await joinRoom(room, {}, HOME);
    await owner.does({ type: 'ban', member: eve.id });
    const tables = await tablesOf(room);
    expect(JSON.stringify(tables)).not.toContain('203.0.113');
    hashes.add(tables.banned_addresses?.[0]?.address);
    const back = await connect(room, { ...HOME, 'Parlor-Address': 'elsewhere' });
    expect((await back.isRefused()).code).toBe('banned');
  }
  expect(hashes.size).toBe(2);
});

it('Tokens, keys and passwords are in no query and in no log; what a link carries stands behind the #, which is sent to no server.', async () => {
  const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
    vi.spyOn(console, level).mockReturnValue(),
  );
  const { room, ownerKey } = await make();
  const owner = await joinRoom(room, { ownerKey });
  const { invitation, url } = await invite(room, owner.token);
  expect([new URL(url).search, new URL(url).hash]).toEqual(['', `#invitation=${invitation}`]);
  await owner.does({ type: 'settings', access: 'password', password: 'correct horse' });
  for (const query of [`token=${owner.token}`, `ownerKey=${ownerKey}`, `invitation=${invitation}`]) {
    expect((await ask(`/api/rooms/${room}/messages?${query}`)).status).toBe(403);
  }
  const said = JSON.stringify(logged.flatMap(({ mock }) => mock.calls.flat().map(String)));
  for (const secret of [owner.token, ownerKey, invitation, 'correct horse'])
    expect(said).not.toContain(secret);
});

it('A page of another site opens no socket and changes nothing.', async () => {
  const { room, owner } = await anOwnedRoom();
  const Origin = 'https://evil.test';
  expect((await upgrade(room, { Origin })).status).toBe(403);
  for (const path of ['/api/rooms', `/api/rooms/${room}/owner-key`, `/api/rooms/${room}/invitations`]) {
    const init = as(owner.token, { minutes: 5 });
    const response = await ask(path, { ...init, headers: { ...init.headers, Origin } });
    expect(response.status).toBe(403);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  }
  expect((await upgrade(room, { Origin: ORIGIN })).status).toBe(101);
});

it('What was deleted is gone from the tables and from every way of reading.', async () => {
  const { room, owner } = await anOwnedRoom();
  await owner.posts('regretted');
  owner.says({ type: 'edit', target: 2, text: 'regretted still' });
  await owner.hears({ type: 'edit' });
  owner.says({ type: 'delete', target: 2 });
  await owner.hears({ type: 'delete' });
  const { log } = owner.welcome.room;
  const back = await joinRoom(room, { token: owner.token, log, after: 1 });
  back.says({ type: 'search', query: 'regretted' });
  expect((await back.hears({ type: 'found' })).messages).toEqual([]);
  const read = [await tablesOf(room), await everyWay(room), back.welcome, (await joinRoom(room)).welcome];
  expect(JSON.stringify(read)).not.toContain('regretted');
});

it('Of a private message whoever is not in it can tell nothing but that a seq is missing.', async () => {
  const { room, owner } = await anOwnedRoom();
  const [ann, eve] = [await joinRoom(room), await joinRoom(room)];
  await owner.posts('whispered', { to: [ann.id] });
  for (const probe of [
    { type: 'react', target: 2, emoji: '👍', on: true },
    { type: 'delete', target: 2 },
    { type: 'send', text: 'x', replyTo: 2 },
  ]) {
    eve.says(probe);
    expect((await eve.hears({ type: 'error' })).code).toBe('not_found');
  }
  eve.says({ type: 'search', query: 'whispered' });
  await eve.hasHeardAll();
  const read = [eve.everything, await everyWay(room), (await joinRoom(room)).welcome];
  expect(JSON.stringify(read)).not.toContain('whispered');
});

it('Whoever sends too much is refused, then closed, and the second time turned away for a minute; nobody else feels it.', async () => {
  const { room, owner } = await anOwnedRoom();
  const eve = await joinRoom(room, {}, HOME);
  eve.says(Array.from({ length: 340 }, () => ({ type: 'typing', on: true })));
  expect((await eve.isClosed()).code).toBe(4429);
  expect(eve.heard('error')[0]?.code).toBe('rate_limited');
  const again = await joinRoom(room, { token: eve.token }, HOME);
  again.says(Array.from({ length: 340 }, () => ({ type: 'typing', on: true })));
  expect((await again.isClosed()).code).toBe(4429);
  const back = await connect(room, HOME);
  expect((await back.isRefused({ token: eve.token })).code).toBe('rate_limited');
  expect((await back.isClosed()).code).toBe(4429);
  await owner.posts('calm');
  expect(owner.heard('error')).toEqual([]);
});

it('The page runs no script but its own, and that of Turnstile where the deployer asks for it, and is framed by nobody.', async () => {
  const policy = (await ask('/r/salon')).headers.get('Content-Security-Policy');
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  Object.assign(env, { TURNSTILE_SITE_KEY: 'key' });
  const asking = (await ask('/r/salon')).headers.get('Content-Security-Policy');
  Object.assign(env, { TURNSTILE_SITE_KEY: undefined });
  expect(asking).toMatch(/script-src 'self' https:\/\/challenges\.cloudflare\.com;/);
});
