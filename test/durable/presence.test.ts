import { expect, it } from 'vitest';
import { aRoom, connect, hibernate, joinRoom, within } from '../support/live-client.ts';

it('[J7] everybody else is told who comes', async () => {
  const room = aRoom();
  const ann = await joinRoom(room, { name: 'Ann' });
  const bob = await joinRoom(room, { name: 'Bob' });
  const told = await ann.hears({ type: 'presence' });
  expect(told).toMatchObject({ joined: [{ id: bob.id, name: 'Bob' }], count: 2 });
  await bob.hasHeardAll();
  expect(bob.heard('presence')).toEqual([]);
});

it('[P1] a member leaves with the last of its connections', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const phone = await joinRoom(room, { name: 'Bob' });
  const laptop = await joinRoom(room, { token: phone.token });
  expect(laptop.welcome.count).toBe(2);
  phone.leaves(1000);
  await phone.isClosed();
  laptop.leaves(1000);
  expect(await ann.hears({ type: 'presence', left: [phone.id] })).toMatchObject({ count: 1 });
  expect(ann.heard('presence').filter(({ left }) => left)).toHaveLength(1);
  expect(ann.heard('presence').filter(({ joined }) => joined)).toHaveLength(1);
});

it('[J7] a name taken on one connection is the name on all of them', async () => {
  const room = aRoom();
  const phone = await joinRoom(room, { name: 'Bob' });
  await joinRoom(room, { name: 'Robert', token: phone.token });
  expect(await phone.hears({ type: 'presence' })).toMatchObject({
    changed: [{ id: phone.id, name: 'Robert' }],
  });
  expect((await phone.posts('hi')).from.name).toBe('Robert');
});

it.each([
  [1000, 'bye', { code: 1000, reason: 'bye' }],
  [3001, 'own', { code: 3001, reason: 'own' }],
  [4999, '', { code: 4999, reason: '' }],
])('[P1] a close with %i is answered with the same', async (code, reason, answer) => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  bob.leaves(code, reason);
  expect(await bob.isClosed()).toEqual(answer);
  await ann.hears({ type: 'presence', left: [bob.id] });
});

it('[P1] a close without a code is answered, and the member has left', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  bob.leaves();
  expect([1000, 1005]).toContain((await bob.isClosed()).code);
  await ann.hears({ type: 'presence', left: [bob.id] });
});

/** A cable that is pulled cannot be had here: the platform's call for it is made in its place. */
it.each([
  [
    'a close without a Close frame',
    (room: string) => within(room, (it, ctx) => it.webSocketClose(newest(ctx), 1006, '')),
  ],
  ['an error', (room: string) => within(room, (it, ctx) => it.webSocketError(newest(ctx)))],
])('[P1] a connection that breaks by %s has left', async (_, breaks) => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const bob = await joinRoom(room);
  await breaks(room);
  expect(await ann.hears({ type: 'presence', left: [bob.id] })).toMatchObject({ count: 1 });
});

/** The sockets come newest first or last; the one that is not the first to have joined is meant. */
function newest(ctx: DurableObjectState): WebSocket {
  const sockets = ctx.getWebSockets();
  const since = (socket: WebSocket) => socket.deserializeAttachment().state.connectedAt;
  return sockets.reduce((one, other) => (since(other) > since(one) ? other : one));
}

it('[P1] whoever goes while the room hibernates has left for those who stay', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  await hibernate(room);
  bob.leaves(1000);
  expect(await ann.hears({ type: 'presence', left: [bob.id] })).toMatchObject({ count: 1 });
});

it('[P1] whoever goes while the room hibernates on one of two connections has not left', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const phone = await joinRoom(room);
  const laptop = await joinRoom(room, { token: phone.token });
  await hibernate(room);
  phone.leaves(1000);
  await phone.isClosed();
  laptop.sends('still here');
  await ann.hears({ type: 'message', text: 'still here' });
  expect(ann.heard('presence').filter(({ left }) => left)).toEqual([]);
});

it('[P1] a broken connection that is closed after all has left once', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const bob = await joinRoom(room);
  await within(room, (it, ctx) => it.webSocketError(newest(ctx)));
  bob.leaves(1000);
  await bob.isClosed();
  await ann.hasHeardAll();
  expect(ann.heard('presence').filter(({ left }) => left)).toHaveLength(1);
});

it('[P1] whom the room closes has left once', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const bob = await joinRoom(room);
  for (let fault = 0; fault < 10; fault++) bob.saysRaw('{');
  await bob.isClosed();
  await hibernate(room);
  await ann.hasHeardAll();
  expect(ann.heard('presence').filter(({ left }) => left)).toHaveLength(1);
  expect((await joinRoom(room)).welcome.count).toBe(2);
});

it('[P1] whom the room closes is heard no more', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const bob = await joinRoom(room);
  for (let fault = 0; fault < 10; fault++) bob.saysRaw('{');
  bob.sends('one more');
  await bob.isClosed();
  expect((await ann.posts('first')).seq).toBe(1);
});

it('[P1] a connection that went without a join is nobody who left', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const stranger = await connect(room);
  stranger.leaves(1000);
  await stranger.isClosed();
  await ann.hasHeardAll();
  expect(ann.heard('presence')).toEqual([]);
});

it('[P2] typing is told to the others alone, on none of the own connections', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const phone = await joinRoom(room);
  const laptop = await joinRoom(room, { token: phone.token });
  phone.says({ type: 'typing', on: true });
  expect(await ann.hears({ type: 'typing' })).toEqual({ type: 'typing', id: phone.id, on: true });
  await laptop.hasHeardAll();
  expect([...laptop.heard('typing'), ...phone.heard('typing')]).toEqual([]);
});

it('[P3] a rename is told to everybody, and stored messages keep the old name', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room, { name: 'Bob' })];
  await bob.posts('as Bob');
  bob.says({ type: 'rename', name: 'Robert' });
  const changed = [{ id: bob.id, name: 'Robert' }];
  expect(await ann.hears({ type: 'presence', changed })).toMatchObject({ count: 2 });
  await bob.hears({ type: 'presence', changed });
  const { welcome } = await joinRoom(room);
  expect(welcome.messages?.map(({ from }) => from.name)).toEqual(['Bob']);
});
