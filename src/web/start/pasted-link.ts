import { roomFromPage, roomPath } from '../../protocol/room-name.ts';

/** A link that somebody pasted in place of a room's name. */
export interface PastedLink {
  readonly host: string;
  /** Of the room that it leads to, with what stands behind its `#`: a message, or a key. */
  readonly address: string | undefined;
}

/** Undefined where the text is no link: with its scheme, without it where it is one to `here`, or the path alone. */
export function readLink(text: string, here: Pick<Location, 'origin' | 'host'>): PastedLink | undefined {
  const whole = text.startsWith(`${here.host}/`) ? `//${text}` : text;
  if (!/^(https?:)?\/\//i.test(whole) && !whole.startsWith('/r/')) return undefined;
  if (!URL.canParse(whole, here.origin)) return undefined;
  const { host, pathname, hash } = new URL(whole, here.origin);
  const room = roomFromPage(pathname);
  return { host, address: room && roomPath(room) + hash };
}
