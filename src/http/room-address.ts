import type { MiddlewareHandler } from 'hono';
import type { Env } from '../env.ts';
import { keyringOf } from '../identity/keyring-of.ts';
import { PRIVATE_PREFIX, roomNameFromPath } from '../protocol/room-name.ts';
import { problem } from './problem.ts';

/** A path's room: its canonical name, or why there is none. */
export type RoomAddress = { readonly room: string } | { readonly refused: 'bad_room' | 'not_found' };

/** A3, A4. `segment` is as it stands in the path, percent-encoded. Reads no room's storage. */
export async function roomAddress(segment: string, env: Env): Promise<RoomAddress> {
  const room = roomNameFromPath(segment);
  if (room === undefined) return { refused: 'bad_room' };
  if (!room.startsWith(PRIVATE_PREFIX)) return { room };
  const keyring = await keyringOf(env);
  return (await keyring.isIssued(room)) ? { room } : { refused: 'not_found' };
}

/** What handlers behind `atRoom` find in their context. */
export interface RoomRoute {
  Bindings: Env;
  Variables: { room: string };
}

/** For routes under /api/rooms/{room}: the canonical name, or the problem. Takes the path as it came, undecoded. */
export const atRoom: MiddlewareHandler<RoomRoute> = async (c, next) => {
  const [, , , segment = ''] = new URL(c.req.url).pathname.split('/');
  const address = await roomAddress(segment, c.env);
  if ('refused' in address) return problem(address.refused);
  c.set('room', address.room);
  await next();
};
