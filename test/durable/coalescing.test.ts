import { expect, it } from 'vitest';
import { aRoom, joinRoom } from '../support/live-client.ts';

const saying = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ type: 'send', id: `m${number}`, text: `line ${number}` }));

it('[F2] what one frame asks is told in one frame', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  await bob.hasHeardAll();
  const before = bob.everything.length;
  ann.says(saying(20));
  await bob.hears({ type: 'message', text: 'line 19' });
  expect(bob.everything.length).toBe(before + 1);
});

it('[S1] a busy room tells in order, and each event once', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  for (const command of saying(25)) ann.says(command);
  await bob.hears({ type: 'message', text: 'line 24' });
  expect(bob.heard('message').map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
});

it('[6] whoever is sent away hears first why', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  for (let fault = 1; fault <= 10; fault++) ann.saysRaw('{');
  expect((await ann.isClosed()).code).toBe(4400);
  expect(ann.heard('error')).toHaveLength(10);
});
