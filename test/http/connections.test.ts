import { env } from 'cloudflare:workers';
import { afterEach, expect, it } from 'vitest';
import { aRoom, from } from '../support/live-client.ts';
import { ask, upgrade } from '../support/live-http.ts';

afterEach(() => void Object.assign(env, { CONNECTIONS: undefined }));

/** What Cloudflare binds: takes `most` from each who asks. */
function bind(most: number): Map<string, number> {
  const taken = new Map<string, number>();
  const limit = async ({ key }: RateLimitOptions) => {
    taken.set(key, (taken.get(key) ?? 0) + 1);
    return { success: (taken.get(key) ?? 0) <= most };
  };
  Object.assign(env, { CONNECTIONS: { limit } });
  return taken;
}

it('[E3] where a rate limit is bound, an upgrade above it is 429, for that address alone', async () => {
  const taken = bind(2);
  const room = aRoom();
  const statuses: number[] = [];
  for (let tried = 0; tried < 3; tried++) {
    statuses.push((await upgrade(room, from('203.0.113.7'))).status);
  }
  expect(statuses).toEqual([101, 101, 429]);
  const refused = await upgrade(room, from('203.0.113.7'));
  expect(await refused.json()).toMatchObject({ status: 429, code: 'rate_limited' });
  expect((await upgrade(room, from('198.51.100.9'))).status).toBe(101);
  expect([...taken.keys()].join()).not.toContain('203.0.113');
});

it('[E3] it counts an address in all rooms together, its downloads of transcripts too', async () => {
  const taken = bind(4);
  const headers = from('203.0.113.7');
  const download = () => ask(`/api/rooms/${aRoom()}/transcript`, { headers });
  const statuses: number[] = [];
  for (const asks of [() => upgrade(aRoom(), headers), download]) {
    for (let tried = 0; tried < 3; tried++) statuses.push((await asks()).status);
  }
  expect(statuses).toEqual([101, 101, 101, 200, 429, 429]);
  expect([...taken.values()]).toEqual([6]);
});

it('[E3] it counts no other reading, and nothing from the machine itself', async () => {
  bind(0);
  const room = aRoom();
  for (const rest of ['', '/messages']) {
    expect((await ask(`/api/rooms/${room}${rest}`, { headers: from('203.0.113.7') })).status).toBe(200);
  }
  expect((await upgrade(room, from('127.0.0.1'))).status).toBe(101);
  expect((await ask(`/api/rooms/${room}/transcript`, { headers: from('127.0.0.1') })).status).toBe(200);
});

it('[E3] what is no upgrade to a dialect spoken here is not counted as one', async () => {
  const taken = bind(0);
  const headers = from('203.0.113.7');
  expect((await ask(`/api/rooms/${aRoom()}/socket`, { headers })).status).toBe(426);
  expect((await upgrade(aRoom(), { ...headers, 'Sec-WebSocket-Protocol': 'other' })).status).toBe(400);
  expect(taken.size).toBe(0);
});
