import { expect, it } from 'vitest';
import { aRoom, joinRoom, type LiveClient } from '../support/live-client.ts';

/** More than are told in one go. */
const CROWD = 510;

it('[R3] of a crowd that is told by turns everybody hears everything once and in order', async () => {
  const room = aRoom();
  const crowd = await Promise.all(Array.from({ length: CROWD }, () => joinRoom(room)));
  const [ann, bob] = crowd as [LiveClient, LiveClient];
  for (const text of ['one', 'two']) ann.sends(text);
  await bob.posts('three');
  for (const text of ['four', 'five']) ann.sends(text);
  for (const member of crowd) await member.hears({ type: 'message', text: 'five' });
  const heard = crowd.map((member) => member.heard('message').map(({ seq }) => seq));
  expect(new Set(heard.map(String))).toEqual(new Set(['1,2,3,4,5']));
});
