import { RoomClient } from '../../client/room-client.ts';
import { roomApi } from '../../protocol/api.ts';
import { kept, pageStorage } from '../parts/kept.ts';
import { tabs } from '../parts/tabs.ts';

/** Of a long history: some 20 pages, or 2,000 lines of a screen, so that scrolling a little back and forth loads nothing. */
const MOST_LOADED = 1_000;

/** The line to a room for whoever uses this browser: one identity in all rooms, the owner in those made here. */
export function roomClient(room: string, name: string): RoomClient {
  const token = kept.token();
  const ownerKey = kept.ownerKey(room);
  const invitation = kept.invitation(room);
  return new RoomClient({
    url: socketUrl(room),
    room,
    name,
    ...(token && { token }),
    ownerKey,
    invitation,
    storage: pageStorage(),
    mostLoaded: MOST_LOADED,
    ...(tabs && { tabs }),
    onToken: kept.keepToken,
  });
}

function socketUrl(room: string): string {
  return `${location.origin.replace(/^http/, 'ws')}${roomApi(room)}/socket`;
}
