import { PRIVATE_PREFIX } from '../../protocol/room-name.ts';
import { strings } from '../strings/strings.ts';

/** A private room's name is no more than a key: nobody should have to read it. */
export const isPrivate = (room: string) => room.startsWith(PRIVATE_PREFIX);

/** A room, within a sentence. */
export const placeName = (room: string) => (isPrivate(room) ? strings.thisPrivateRoom : room);
