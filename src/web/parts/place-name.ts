import { isPrivateRoom, PRIVATE_PREFIX } from '../../protocol/room-name.ts';
import { strings } from '../strings/strings.ts';

/** A room as a title: a private one's name is no more than a key, and nobody should have to read it. */
export const titleName = (room: string) => (isPrivateRoom(room) ? strings.header.privateRoom : room);

/** A private room's name in a list: so much of it as tells it apart. */
export const listedName = (room: string) =>
  isPrivateRoom(room)
    ? strings.start.privateRoom(room.slice(PRIVATE_PREFIX.length, PRIVATE_PREFIX.length + 4))
    : room;

/** A room, within a sentence. */
export const placeName = (room: string) => (isPrivateRoom(room) ? strings.thisPrivateRoom : room);
