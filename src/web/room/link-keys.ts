import { kept } from '../parts/kept.ts';

/** What opens a room: an owner's key (A4, H2), or an invitation (H5). */
type Kind = 'key' | 'invitation';

/** Behind the `#`, where no server and no log sees it. */
export const keyLink = (link: string, kind: Kind, key: string) => `${link}#${kind}=${key}`;

/** What the address has of these: its kind, and itself. */
export const keyInAddress = () => /^#(key|invitation)=([\w.~-]+)$/.exec(location.hash);

/** Takes what opens the room out of the address, before anybody reads or copies it there, and keeps it. */
export function takeKeys(room: string): void {
  const [, kind, key] = keyInAddress() ?? [];
  if (!kind || !key) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  if (kind === 'key') kept.keepOwnerKey(room, key);
  else kept.keepInvitation(room, key);
}
