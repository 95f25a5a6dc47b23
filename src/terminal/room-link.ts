import { roomApi } from '../protocol/api.ts';
import { roomNameFromPath } from '../protocol/room-name.ts';

/** Where a room is, by all the addresses that are needed of it. */
export interface RoomLink {
  /** A3: the canonical name. */
  readonly room: string;
  /** The server's, http or https. */
  readonly origin: string;
  /** A2. */
  readonly socket: string;
  /** R5. */
  readonly summary: string;
}

/** A1, A2: from the address of a room's page or of its socket. Undefined where it is neither. */
export function roomLink(address: string): RoomLink | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^(https?|wss?):$/.test(url.protocol)) return undefined;
  const segment = /^\/(?:r\/([^/]+)\/?|api\/rooms\/([^/]+)\/socket)$/.exec(url.pathname);
  const room = roomNameFromPath(segment?.[1] ?? segment?.[2] ?? '');
  if (room === undefined) return undefined;
  const isSecure = /^(https|wss):$/.test(url.protocol);
  const origin = `${isSecure ? 'https' : 'http'}://${url.host}`;
  const summary = origin + roomApi(room);
  return { room, origin, socket: `${summary.replace(/^http/, 'ws')}/socket`, summary };
}
