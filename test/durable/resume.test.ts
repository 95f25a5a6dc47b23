import { abortAllDurableObjects } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { aRoom, type JoinFields, joinRoom } from '../support/live-client.ts';
import { fill } from '../support/live-storage.ts';

/** Everything stops, as in a deploy: sockets break, memory is gone, storage stays. */
const restart = abortAllDurableObjects;

it('[R1] after a restart a member gets what came since, edits, deletions and reactions included', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const bob = await joinRoom(room);
  await ann.posts('one');
  const { seq: after } = await bob.hears({ type: 'message' });
  bob.leaves(1000);
  await ann.hears({ type: 'presence', left: [bob.id] });
  ann.says({ type: 'edit', target: 1, text: 'uno' });
  ann.says({ type: 'send', id: 'b', text: 'two' });
  ann.says({ type: 'react', target: 1, emoji: '👍', on: true });
  ann.says({ type: 'delete', target: 3 });
  await ann.hears({ type: 'delete' });
  await restart();
  const { welcome } = await joinRoom(room, { token: bob.token, log: bob.welcome.room.log, after });
  expect(welcome).toMatchObject({ resumed: true, self: { id: bob.id }, room: { head: 5 } });
  expect(welcome).not.toHaveProperty('messages');
  expect(welcome.events).toMatchObject([
    { type: 'edit', seq: 2, target: 1, text: 'uno', by: ann.id },
    { type: 'message', seq: 3, id: 'b', deleted: true },
    { type: 'reaction', seq: 4, target: 1, emoji: '👍', by: ann.id, on: true },
    { type: 'delete', seq: 5, target: 3, by: ann.id },
  ]);
});

it('[R1] whoever missed nothing gets nothing', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const { seq } = await ann.posts('one');
  await restart();
  const { welcome } = await joinRoom(room, { token: ann.token, log: ann.welcome.room.log, after: seq });
  expect(welcome).toMatchObject({ resumed: true, events: [] });
});

it('[R1] what came live is what comes on resuming', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  for (const text of ['one', 'two', 'three']) await ann.posts(text);
  await bob.hears({ type: 'message', seq: 3 });
  await restart();
  const { welcome } = await joinRoom(room, { token: bob.token, log: bob.welcome.room.log, after: 0 });
  expect(welcome.events).toEqual(bob.heard('message'));
});

it('[R1] a private message comes again to those it is for, and to nobody else', async () => {
  const room = aRoom();
  const [ann, bob, eve] = [await joinRoom(room), await joinRoom(room), await joinRoom(room)];
  await ann.posts('for Bob', { to: [bob.id] });
  ann.says({ type: 'edit', target: 1, text: 'still for Bob' });
  await bob.hears({ type: 'edit' });
  await restart();
  const back = (token: string) => joinRoom(room, { token, log: ann.welcome.room.log, after: 0 });
  expect((await back(bob.token)).welcome.events).toHaveLength(2);
  expect((await back(eve.token)).welcome).toMatchObject({ resumed: true, events: [], room: { head: 2 } });
});

it.each<[string, (log: string) => JoinFields]>([
  ['another log', () => ({ log: 'other', after: 1 })],
  ['a cursor past the head', (log) => ({ log, after: 99 })],
  ['no cursor', (log) => ({ log })],
  ['a cursor without a log', () => ({ after: 1 })],
])('[R2] with %s a member is welcomed like a newcomer', async (_, claims) => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('one');
  const { welcome } = await joinRoom(room, { token: ann.token, ...claims(ann.welcome.room.log) });
  expect(welcome).toMatchObject({ resumed: false, messages: [{ seq: 1, text: 'one' }], more: false });
  expect(welcome).not.toHaveProperty('events');
});

it('[R2] a thousand events are caught up on, one more is too many', async () => {
  const room = aRoom();
  const { log } = (await joinRoom(room)).welcome.room;
  await fill(room, 1_001);
  const near = await joinRoom(room, { log, after: 1 });
  expect(near.welcome).toMatchObject({ resumed: true, room: { head: 1_001 } });
  expect(near.welcome.events).toHaveLength(1_000);
  const far = await joinRoom(room, { log, after: 0 });
  expect(far.welcome).toMatchObject({ resumed: false, more: true });
  expect(far.welcome.messages?.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => 952 + i));
});

it('[R2] an answer over 256 KiB is not given', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const text = '界'.repeat(4_000);
  for (let i = 0; i < 22; i++) await ann.posts(text);
  const { log } = ann.welcome.room;
  const fits = await joinRoom(room, { log, after: 2 });
  expect(fits.welcome.resumed).toBe(true);
  const tooMuch = await joinRoom(room, { log, after: 0 });
  expect(tooMuch.welcome).toMatchObject({ resumed: false, room: { head: 22 } });
  expect(JSON.stringify(tooMuch.welcome.messages).length).toBeGreaterThan(4_000);
});

/** Many resume amid the traffic; each must end with every seq once. */
it('[R3] between the resume and the first live event nothing is lost and nothing comes twice', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const { log } = ann.welcome.room;
  const late: ReturnType<typeof joinRoom>[] = [];
  for (let i = 1; i <= 20; i++) {
    ann.sends(`number ${i}`);
    late.push(joinRoom(room, { log, after: 0 }));
  }
  for (const bob of await Promise.all(late)) {
    const resumed = bob.welcome.events?.map(({ seq }) => seq) ?? [];
    if (resumed.at(-1) !== 20) await bob.hears({ type: 'message', seq: 20 });
    const seqs = [...resumed, ...bob.heard('message').map(({ seq }) => seq)];
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  }
});
