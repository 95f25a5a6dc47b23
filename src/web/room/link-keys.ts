import { kept } from '../parts/kept.ts';

/** What opens a room: an owner's key (A4, H2), or an invitation (H5). */
type Kind = 'key' | 'invitation';

/** Behind the `#`, where no server and no log sees it. */
export const keyLink = (link: string, kind: Kind, key: string) => `${link}#${kind}=${key}`;

/** Takes what opens the room out of the address, before anybody reads or copies it there, and keeps it. Whether there was any. */
export function takeKeys(room: string): boolean {
  const [, kind, key] = /^#(key|invitation)=([\w.~-]+)$/.exec(location.hash) ?? [];
  if (!kind || !key) return false;
  history.replaceState(history.state, '', location.pathname + location.search);
  if (kind === 'key') kept.keepOwnerKey(room, key);
  else kept.keepInvitation(room, key);
  return true;
}
