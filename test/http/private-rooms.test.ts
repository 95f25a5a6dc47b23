import { beforeAll, describe, expect, it } from 'vitest';
import { joinRoom } from '../support/live-client.ts';
import { ask, ORIGIN, upgrade } from '../support/live-http.ts';

interface Made {
  room: string;
  url: string;
  ownerKey: string;
}

const make = async () => (await ask('/api/rooms', { method: 'POST' })).json<Made>();

it('[A4] a private room is made, and the answer says where', async () => {
  const response = await ask('/api/rooms', { method: 'POST' });
  const made = await response.json<Made>();
  expect(response.status).toBe(201);
  expect(made.room).toMatch(/^prv-[a-z0-9]+$/);
  expect(made.url).toBe(`${ORIGIN}/r/${made.room}`);
  expect(response.headers.get('Location')).toBe(made.url);
  expect(response.headers.get('Cache-Control')).toContain('no-store');
});

/** 25 letters and digits hold 128 bits. That they are random is shown by none of their places being the same in all. */
it('[A4] its name cannot be guessed', async () => {
  const names = await Promise.all(
    Array.from({ length: 64 }, async () => (await make()).room.slice('prv-'.length)),
  );
  expect(new Set(names).size).toBe(64);
  for (const name of names) expect(name.length).toBeGreaterThanOrEqual(25);
  for (let at = 1; at < 25; at++) expect(new Set(names.map((name) => name[at])).size).toBeGreaterThan(8);
});

it('[A4] its key is not in its address and not the same twice', async () => {
  const [one, other] = [await make(), await make()];
  expect(one.ownerKey).not.toBe(other.ownerKey);
  expect(one.url).not.toContain(one.ownerKey);
  expect(one.ownerKey.length).toBeGreaterThanOrEqual(22);
});

it('[A4] it is a room on every route', async () => {
  const { room } = await make();
  expect(await (await ask(`/api/rooms/${room}`)).json()).toEqual({ room, log: null, head: 0, count: 0 });
  expect((await ask(`/api/rooms/${room}/messages`)).status).toBe(200);
  expect((await ask(`/r/${room}`)).status).toBe(200);
  expect((await joinRoom(room)).welcome.room.name).toBe(room);
});

it('[A4] its page is for no search engine; other rooms are for those who want to list them', async () => {
  const { room } = await make();
  expect((await ask(`/r/${room}`)).headers.get('X-Robots-Tag')).toBe('noindex');
  expect((await ask('/r/salon')).headers.get('X-Robots-Tag')).toBeNull();
});

it('[A4] it can be reached in another spelling', async () => {
  const { room } = await make();
  expect(await (await ask(`/api/rooms/${room.toUpperCase()}`)).json()).toMatchObject({ room });
  expect((await ask(`/r/${room.toUpperCase()}`)).status).toBe(308);
});

describe('[A4] a name that was not issued', () => {
  let issued: string;
  beforeAll(async () => {
    issued = (await make()).room;
  });

  const notIssued: [string, () => string][] = [
    ['the mere prefix', () => 'prv-'],
    ['made up', () => 'prv-mine'],
    ['of the right length', () => `prv-${'a'.repeat(issued.length - 4)}`],
    ['altered in its first character', () => `prv-${issued[4] === '0' ? '1' : '0'}${issued.slice(5)}`],
    ['altered in its last character', () => issued.slice(0, -1) + (issued.endsWith('0') ? '1' : '0')],
    ['cut', () => issued.slice(0, -1)],
    ['longer', () => `${issued}0`],
    ['the random part alone', () => issued.slice(0, 29)],
    ['in capitals', () => 'PRV-MINE'],
    ['in full width', () => 'ｐｒｖ－mine'.replace('－', '-')],
  ];

  describe.each(notIssued)('%s', (_, name) => {
    it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])(
      'is not found by %s on any route',
      async (method) => {
        const room = encodeURIComponent(name());
        const paths = ['', '/messages', '/socket', '/transcript', '/unknown'].map(
          (rest) => `/api/rooms/${room}${rest}`,
        );
        const all = [...paths, `/r/${room}`, `/r/${room}/`];
        const statuses = await Promise.all(all.map(async (path) => (await ask(path, { method })).status));
        expect(statuses).toEqual(all.map(() => 404));
      },
    );

    it('is told apart from an issued one by no preflight', async () => {
      const preflight = (room: string) =>
        ask(`/api/rooms/${encodeURIComponent(room)}`, { method: 'OPTIONS' });
      expect((await preflight(name())).status).toBe((await preflight(issued)).status);
    });

    it('is no socket', async () => {
      const response = await upgrade(name());
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not_found' });
    });
  });
});

it.each([
  ['the own page', ORIGIN, 201],
  ['another site', 'https://evil.test', 403],
  ['an opaque origin', 'null', 403],
  ['no page', undefined, 201],
])('[A6] %s makes a private room: %s → %i', async (_, origin, status) => {
  const response = await ask('/api/rooms', {
    method: 'POST',
    headers: origin === undefined ? {} : { Origin: origin },
  });
  expect(response.status).toBe(status);
  if (status === 403) expect(await response.json()).toMatchObject({ code: 'bad_origin' });
});
