import { expect, it } from 'vitest';
import { aRoom, joinRoom, LiveClient } from '../support/live-client.ts';
import { ask, ORIGIN, upgrade } from '../support/live-http.ts';

it('[A2] an upgrade is answered with the dialect that was offered', async () => {
  const response = await upgrade(aRoom());
  expect(response.status).toBe(101);
  expect(response.headers.get('Sec-WebSocket-Protocol')).toBe('parlor.v1');
});

it.each(['parlor.v1, chat', 'chat,parlor.v1', 'parlor.v2 , parlor.v1'])(
  '[A2] of the offers %s it takes its own',
  async (offer) => {
    const response = await upgrade(aRoom(), { 'Sec-WebSocket-Protocol': offer });
    expect(response.status).toBe(101);
    expect(response.headers.get('Sec-WebSocket-Protocol')).toBe('parlor.v1');
  },
);

it.each(['chat', 'parlor.v2', 'parlor', 'PARLOR.V1', 'parlor.v11', 'xparlor.v1'])(
  '[A2] the offer %s is refused',
  async (offer) => {
    const response = await upgrade(aRoom(), { 'Sec-WebSocket-Protocol': offer });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'bad_request' });
  },
);

it('[A2] without an upgrade it says that one is needed', async () => {
  const response = await ask(`/api/rooms/${aRoom()}/socket`);
  expect(response.status).toBe(426);
  expect(response.headers.get('Upgrade')).toBe('websocket');
  expect(await response.json()).toMatchObject({ status: 426, code: 'upgrade_required' });
});

it('[A2] an upgrade to something else is none', async () => {
  expect((await upgrade(aRoom(), { Upgrade: 'h2c' })).status).toBe(426);
});

it('[A2] the word is taken in any case', async () => {
  expect((await upgrade(aRoom(), { Upgrade: 'WebSocket' })).status).toBe(101);
});

it('[A3] any spelling reaches the same room', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const bob = await joinRoom(room.toUpperCase());
  expect(bob.welcome.room.name).toBe(room);
  await bob.posts('same room');
  await ann.hears({ type: 'message', text: 'same room' });
});

it('[A6] a socket from the own page is let in', async () => {
  const { status, webSocket } = await upgrade(aRoom(), { Origin: ORIGIN });
  expect(status).toBe(101);
  if (webSocket) await new LiveClient(webSocket).joins();
});

it.each([
  ['another site', 'https://evil.test'],
  ['an opaque origin', 'null'],
  ['the own name under another scheme', 'https://parlor.test'],
  ['the own name on another port', 'http://parlor.test:8080'],
  ['a name that ends like the own', 'http://evil-parlor.test'],
  ['a name that starts like the own', 'http://parlor.test.evil.test'],
])('[A6] a socket from %s is refused', async (_, origin) => {
  const response = await upgrade(aRoom(), { Origin: origin });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'bad_origin' });
});

it('[A6] whom it refuses has touched no room', async () => {
  const room = aRoom();
  await upgrade(room, { Origin: 'https://evil.test' });
  expect(await (await ask(`/api/rooms/${room}`)).json()).toMatchObject({ count: 0, log: null });
});
