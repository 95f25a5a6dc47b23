import type { MiddlewareHandler } from 'hono';
import type { Env } from '../env.ts';
import { keyringOf } from '../identity/keyring-of.ts';
import { ADMIN_API, ROOMS_API } from '../protocol/api.ts';
import { isPrivateRoom, roomNameFromPath } from '../protocol/room-name.ts';
import { problem } from './problem.ts';

/** A path's room: its canonical name, or why there is none. */
export type RoomAddress = { readonly room: string } | { readonly refused: 'bad_room' | 'not_found' };

/** A3, A4. `segment` is as it stands in the path, percent-encoded. Reads no room's storage. */
export async function roomAddress(segment: string, env: Env): Promise<RoomAddress> {
  const address = anyRoomAddress(segment);
  if ('refused' in address || !isPrivateRoom(address.room)) return address;
  const keyring = await keyringOf(env);
  return (await keyring.isIssued(address.room)) ? address : { refused: 'not_found' };
}

function anyRoomAddress(segment: string): RoomAddress {
  const room = roomNameFromPath(segment);
  return room === undefined ? { refused: 'bad_room' } : { room };
}

/** The segments of a path behind `base`, as they came, undecoded; a router decodes what it takes apart. */
export function segmentsBehind(base: string, url: string): readonly string[] {
  return new URL(url).pathname.split('/').slice(base.split('/').length);
}

/** What handlers behind `atRoom` find in their context. */
export interface RoomRoute {
  Bindings: Env;
  Variables: { room: string };
}

/** For routes under {base}/{room}: the canonical name, or the problem. */
const at =
  (
    base: string,
    find: (segment: string, env: Env) => RoomAddress | Promise<RoomAddress>,
  ): MiddlewareHandler<RoomRoute> =>
  async (c, next) => {
    const [segment = ''] = segmentsBehind(base, c.req.url);
    const address = await find(segment, c.env);
    if ('refused' in address) return problem(address.refused);
    c.set('room', address.room);
    await next();
  };

export const atRoom = at(ROOMS_API, roomAddress);

/** The deployer's: also a private room whose name was signed with a secret that is no longer used. */
export const atAnyRoom = at(`${ADMIN_API}/rooms`, anyRoomAddress);
