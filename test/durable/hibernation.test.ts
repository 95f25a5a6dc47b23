import { expect, it } from 'vitest';
import { aRoom, hibernate, joinRoom, within } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';

/** An eviction stands for hibernation: it proves that nothing needs the memory, not when the platform takes it. */

it('the object that wakes is another one', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const before = await within(room, (object) => Object.assign(object, { marked: true }));
  await hibernate(room);
  await ann.posts('wake up');
  expect(await within(room, (object) => 'marked' in object)).toBe(false);
  expect(before).toBeDefined();
});

it('[J6] who was there is there, under the same name', async () => {
  const room = aRoom();
  const ann = await joinRoom(room, { name: 'Ann' });
  const bob = await joinRoom(room, { name: 'Bob' });
  await hibernate(room);
  const { welcome } = await joinRoom(room, { name: 'Cleo' });
  expect(welcome.count).toBe(3);
  expect(welcome.members).toEqual(
    expect.arrayContaining([
      { id: ann.id, name: 'Ann' },
      { id: bob.id, name: 'Bob' },
    ]),
  );
});

it('[P3] a new name outlives hibernation on every connection of its member', async () => {
  const room = aRoom();
  const phone = await joinRoom(room, { name: 'Bob' });
  const laptop = await joinRoom(room, { token: phone.token });
  phone.says({ type: 'rename', name: 'Robert' });
  await laptop.hears({ type: 'presence' });
  await hibernate(room);
  expect((await laptop.posts('hi')).from.name).toBe('Robert');
  expect((await phone.posts('hi')).from.name).toBe('Robert');
});

it('[J4] a name that somebody holds is still held', async () => {
  const room = aRoom();
  await joinRoom(room, { name: 'Ann' });
  await hibernate(room);
  expect((await joinRoom(room, { name: 'ann' })).name).toBe('ann 2');
});

it('[S1] a message is sent and heard as before, under the next seq', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  await ann.posts('before');
  await hibernate(room);
  expect(await ann.posts('after')).toMatchObject({ seq: 2, text: 'after' });
  expect(await bob.hears({ type: 'message', text: 'after' })).toMatchObject({ seq: 2 });
});

it('[S1] a change as the newest event is counted in the head', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('one');
  ann.says({ type: 'delete', target: 1 });
  await ann.hears({ type: 'delete' });
  await hibernate(room);
  expect((await ann.posts('two')).seq).toBe(3);
});

it('[A4] a role outlives hibernation', async () => {
  const made = await (await ask('/api/rooms', { method: 'POST' })).json<{ room: string; ownerKey: string }>();
  const guest = await joinRoom(made.room);
  const host = await joinRoom(made.room, { ownerKey: made.ownerKey });
  const { seq } = await guest.posts('to be taken away');
  await hibernate(made.room);
  host.says({ type: 'delete', target: seq });
  expect(await guest.hears({ type: 'delete' })).toMatchObject({ by: host.id });
});

/** Within its 15 s a stranger keeps the object awake; a deadline that passed meanwhile is set here by hand. */
it('[J1] a stranger whose time has passed is closed on waking', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await within(room, (_, ctx) => {
    for (const socket of ctx.getWebSockets()) {
      const { id } = socket.deserializeAttachment();
      socket.serializeAttachment({ id, state: { connectedAt: Date.now() - 15_000, faults: [] } });
    }
  });
  await hibernate(room);
  await ask(`/api/rooms/${room}`);
  expect((await ann.isClosed()).code).toBe(4501);
});

it('[J1] a second join is still one', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await hibernate(room);
  ann.says({ type: 'join' });
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'bad_frame' });
});

it('[S6] a private message reaches only those it is for', async () => {
  const room = aRoom();
  const [ann, bob, eve] = [await joinRoom(room), await joinRoom(room), await joinRoom(room)];
  await hibernate(room);
  await ann.posts('for Bob', { to: [bob.id] });
  await bob.hears({ type: 'message', text: 'for Bob' });
  await eve.hasHeardAll();
  expect(eve.heard('message')).toEqual([]);
});

it('[F5] bad frames are counted on: the tenth ends it', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  for (let fault = 1; fault <= 9; fault++) {
    ann.saysRaw('{');
    await ann.hears({ type: 'error', code: 'bad_frame' });
    if (fault % 4 === 0) await hibernate(room);
  }
  ann.saysRaw('{');
  expect((await ann.isClosed()).code).toBe(4400);
});

it('[F6] a ping is answered without waking the room', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await within(room, (object) => {
    object.webSocketMessage = () => {
      throw new Error('A ping reached the object.');
    };
  });
  ann.saysRaw('ping');
  await ann.hearsFrame('pong');
});
