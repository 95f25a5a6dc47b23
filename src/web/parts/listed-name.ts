import { isPrivateRoom, PRIVATE_PREFIX } from '../../protocol/room-name.ts';
import { strings } from '../strings/strings.ts';

/** A private room's name in a list: so much of it as tells it apart. */
export const listedName = (room: string) =>
  isPrivateRoom(room)
    ? strings.privateRoomOf(room.slice(PRIVATE_PREFIX.length, PRIVATE_PREFIX.length + 4))
    : room;
