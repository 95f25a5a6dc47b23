import { limits } from './limits.ts';
import { codePoints } from './text.ts';

/** A4: names that start so are issued by the server alone. */
export const PRIVATE_PREFIX = 'prv-';

export const isPrivateRoom = (room: string) => room.startsWith(PRIVATE_PREFIX);

const NAME = /^(?!\p{M})[\p{L}\p{M}\p{N}_-]+$/u;

/** A3: the one spelling of a room's name, or undefined where it is none. */
export function canonicalRoomName(name: string): string | undefined {
  const canonical = name.normalize('NFKC').toLowerCase().normalize('NFKC');
  return NAME.test(canonical) && codePoints(canonical) <= limits.roomLength ? canonical : undefined;
}

/** A3 for a segment of a URL's path, still percent-encoded; malformed encoding is no name either. */
export function roomNameFromPath(segment: string): string | undefined {
  try {
    return canonicalRoomName(decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}

/** A1: the room whose page has that path; undefined where it is no room's. */
export function roomFromPage(path: string): string | undefined {
  const segment = /^\/r\/([^/]+)\/?$/.exec(path)?.[1];
  return segment && roomNameFromPath(segment);
}

/** A1: the page of a room, by its canonical name. */
export function roomPath(room: string): string {
  return `/r/${encodeURIComponent(room)}`;
}
