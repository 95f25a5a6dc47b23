import { abortAllDurableObjects } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { aRoom, connect, joinRoom } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';

it('[J2] answers a join with a welcome that says who is who and where', async () => {
  const room = aRoom();
  const { welcome } = await joinRoom(room, { name: 'Ann' });
  expect(welcome).toMatchObject({
    self: { name: 'Ann', role: 'member' },
    token: expect.stringMatching(/./),
    room: { name: room, log: expect.stringMatching(/./), head: 0 },
    count: 1,
    members: [{ id: welcome.self.id, name: 'Ann' }],
    messages: [],
    more: false,
    resumed: false,
  });
});

it('[J1] takes no other command first', async () => {
  const stranger = await connect(aRoom());
  stranger.says({ type: 'send', id: 'x', text: 'hello' });
  expect(await stranger.hears({ type: 'error' })).toMatchObject({ code: 'not_joined', id: 'x' });
});

it('[J1] tells nothing of the room before the join', async () => {
  const room = aRoom();
  const stranger = await connect(room);
  const ann = await joinRoom(room);
  await ann.posts('not for strangers');
  const welcome = await stranger.joins();
  expect(stranger.heard('message')).toEqual([]);
  expect(stranger.heard('presence')).toEqual([]);
  expect(welcome.messages).toHaveLength(1);
});

it('[J1] turns away a client that is older than it serves, for good', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const old = await connect(room);
  old.says([
    { type: 'join', id: 'j', name: 'Old', protocol: 0 },
    { type: 'send', text: 'hello' },
  ]);
  expect(await old.hears({ type: 'error' })).toMatchObject({ code: 'outdated', id: 'j' });
  expect((await old.isClosed()).code).toBe(4426);
  await ann.hasHeardAll();
  expect([ann.heard('presence'), ann.heard('message')]).toEqual([[], []]);
});

it.each([1, 2, undefined])('[J1] lets in a client of protocol %s', async (protocol) => {
  const client = await connect(aRoom());
  client.says({ type: 'join', ...(protocol !== undefined && { protocol }) });
  await client.hears({ type: 'welcome' });
});

it('[J1] refuses a second join and keeps the connection', async () => {
  const ann = await joinRoom(aRoom(), { name: 'Ann' });
  ann.says({ type: 'join', id: 'again', name: 'Eve' });
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'bad_frame', id: 'again' });
  expect((await ann.posts('still here')).from.name).toBe('Ann');
});

it('[J4] refuses a name of nothing, and takes the next join', async () => {
  const ann = await connect(aRoom());
  ann.says({ type: 'join', name: ' \u200b ' });
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'bad_name' });
  expect((await ann.joins({ name: 'Ann' })).self.name).toBe('Ann');
});

it('[J3] a token makes the same member in another room', async () => {
  const ann = await joinRoom(aRoom());
  const elsewhere = await joinRoom(aRoom(), { token: ann.token });
  expect(elsewhere.id).toBe(ann.id);
  expect(elsewhere.token).toBe(ann.token);
});

it('[J3] a token still proves its member after every object has restarted', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await abortAllDurableObjects();
  expect((await joinRoom(room, { token: ann.token })).id).toBe(ann.id);
});

it('[J3] a token that differs in any one character makes a new guest', async () => {
  const room = aRoom();
  const { id, token } = await joinRoom(room);
  for (let at = 0; at < token.length; at++) {
    const forged = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
    const eve = await joinRoom(room, { token: forged });
    expect(eve.id).not.toBe(id);
    expect(eve.welcome.self.id).not.toBe(forged.split('.')[0]);
    eve.leaves(1000);
  }
});

it.each([
  ['cut', (token: string) => token.slice(0, -1)],
  ['longer', (token: string) => `${token}A`],
  ['padded', (token: string) => `${token}=`],
  ['bare id', (token: string) => token.split('.')[0] ?? ''],
  ['unsigned', (token: string) => `${token.split('.')[0]}.`],
  ['empty', () => ''],
])('[J3] a token that is %s makes a new guest', async (_, forge) => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const eve = await joinRoom(room, { token: forge(ann.token) });
  expect(eve.id).not.toBe(ann.id);
  expect(eve.welcome.count).toBe(2);
});

it('[J3] an id that others see is no secret to anybody', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const eve = await connect(room);
  eve.says({ type: 'join', id: ann.id, self: { id: ann.id }, member: ann.id, from: { id: ann.id } });
  expect((await eve.hears({ type: 'welcome' })).self.id).not.toBe(ann.id);
});

it('[A4] the key that came with a private room makes an owner of it', async () => {
  const { room, ownerKey } = await (await ask('/api/rooms', { method: 'POST' })).json<
    Record<string, string>
  >();
  const host = await joinRoom(room ?? '', { ownerKey: ownerKey ?? '' });
  expect(host.welcome.self.role).toBe('owner');
});

it("[A4] another room's key makes nobody an owner", async () => {
  const make = async () => (await ask('/api/rooms', { method: 'POST' })).json<Record<string, string>>();
  const [mine, other] = await Promise.all([make(), make()]);
  const guest = await joinRoom(mine.room ?? '', { ownerKey: other.ownerKey ?? '' });
  expect(guest.welcome.self.role).toBe('member');
});

it('[A4] a token is no owner key and an owner key no token', async () => {
  const { room = '', ownerKey = '' } = await (await ask('/api/rooms', { method: 'POST' })).json<
    Record<string, string>
  >();
  const ann = await joinRoom(room, { token: ownerKey });
  const again = await joinRoom(room, { token: ann.token, ownerKey: ann.token });
  expect(again.welcome.self).toMatchObject({ id: ann.id, role: 'member' });
});
