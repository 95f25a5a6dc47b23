import { aRoom, from, joinRoom, type LiveClient } from './live-client.ts';

export const HOME = from('203.0.113.7');
export const FAR = from('198.51.100.9');

/** The first to speak owns a public room. */
export async function anOwnedRoom(room = aRoom()): Promise<{ room: string; owner: LiveClient }> {
  const owner = await joinRoom(room, { name: 'Own' });
  await owner.posts('mine');
  return { room, owner };
}
