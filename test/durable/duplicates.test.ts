import { abortAllDurableObjects } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { aRoom, hibernate, joinRoom, type LiveClient } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';
import { fill } from '../support/live-storage.ts';

/** What may happen to a room between a send and its repetition; each tells who the sender is then. */
const interruptions: [string, (room: string, ann: LiveClient) => Promise<LiveClient>][] = [
  ['nothing', async (_, ann) => ann],
  [
    'a reconnect',
    async (room, ann) => {
      ann.leaves(1000);
      await ann.isClosed();
      return joinRoom(room, { token: ann.token });
    },
  ],
  [
    'an eviction',
    async (room, ann) => {
      await hibernate(room);
      return ann;
    },
  ],
  [
    'a restart',
    async (room, ann) => {
      await abortAllDurableObjects();
      expect((await ann.isClosed()).code).toBe(1006);
      return joinRoom(room, { token: ann.token });
    },
  ],
];

describe.each(interruptions)('[S3] after %s', (_, interrupt) => {
  it.each([
    ['with since', { since: 0 }],
    ['without since', {}],
  ])('a second send with the same id is answered with the first event, %s', async (_, since) => {
    const room = aRoom();
    const ann = await joinRoom(room, { name: 'Ann' });
    const first = await ann.posts('once', { id: 'mine', ...since });
    const again = await interrupt(room, ann);
    expect(await again.posts('twice', { id: 'mine', ...since })).toEqual(first);
    expect((await again.posts('next')).seq).toBe(2);
  });

  it('nobody else hears of the second', async () => {
    const room = aRoom();
    const ann = await joinRoom(room);
    await ann.posts('once', { id: 'mine' });
    const again = await interrupt(room, ann);
    const bob = await joinRoom(room);
    await again.posts('once', { id: 'mine' });
    await bob.hasHeardAll();
    expect(bob.heard('message')).toEqual([]);
  });
});

it('[S3] since finds a duplicate however much has happened', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const first = await ann.posts('once', { id: 'mine', since: 0 });
  await fill(room, 1_500);
  expect(await ann.posts('once', { id: 'mine', since: 0 })).toEqual(first);
});

it('[S3] without since a duplicate is found 1,000 events back', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const first = await ann.posts('once', { id: 'mine' });
  await fill(room, 999);
  expect(await ann.posts('once', { id: 'mine' })).toEqual(first);
});

it('[S3] the answer is the event as it now stands', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('once', { id: 'mine' });
  ann.says({ type: 'edit', target: 1, text: 'changed' });
  ann.says({ type: 'react', target: 1, emoji: '👍', on: true });
  await ann.hears({ type: 'reaction' });
  await hibernate(room);
  expect(await ann.posts('once', { id: 'mine' })).toMatchObject({
    seq: 1,
    text: 'changed',
    edited: expect.any(Number),
    reactions: { '👍': [ann.id] },
  });
});

it('[S3] a message that was deleted is answered as a tombstone and not sent anew', async () => {
  const ann = await joinRoom(aRoom());
  await ann.posts('once', { id: 'mine' });
  ann.says({ type: 'delete', target: 1 });
  await ann.hears({ type: 'delete' });
  const answer = await ann.posts('once', { id: 'mine' });
  expect(answer).toMatchObject({ seq: 1, deleted: true });
  expect(answer).not.toHaveProperty('text');
});

it('[S3] the asking connection alone is answered', async () => {
  const room = aRoom();
  const phone = await joinRoom(room);
  const laptop = await joinRoom(room, { token: phone.token });
  await phone.posts('once', { id: 'mine' });
  await laptop.hears({ type: 'message', id: 'mine' });
  await phone.posts('once', { id: 'mine' });
  await laptop.hasHeardAll();
  expect(laptop.heard('message')).toHaveLength(1);
});

it('[S3] two sends of one id in one frame make one event', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  ann.says([
    { type: 'send', id: 'mine', text: 'once' },
    { type: 'send', id: 'mine', text: 'once' },
  ]);
  await ann.hasHeardAll();
  expect(ann.heard('message').map(({ seq }) => seq)).toEqual([1, 1]);
  expect(await (await ask(`/api/rooms/${room}`)).json()).toMatchObject({ head: 1 });
});

it('[S3] the same id of another member is another message', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  await ann.posts('from Ann', { id: 'same' });
  bob.says({ type: 'send', id: 'same', text: 'from Bob' });
  expect(await bob.hears({ type: 'message', seq: 2 })).toMatchObject({
    text: 'from Bob',
    from: { id: bob.id },
  });
});

it('[S3] without an id the room makes one, and sends twice', async () => {
  const ann = await joinRoom(aRoom());
  ann.says([
    { type: 'send', text: 'same' },
    { type: 'send', text: 'same' },
  ]);
  const [one, two] = [await ann.hears({ type: 'message' }), await ann.hears({ type: 'message' })];
  expect(one.id).toMatch(/^[\w-]{1,64}$/);
  expect(two.id).not.toBe(one.id);
});
