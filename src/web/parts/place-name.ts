import { isPrivateRoom } from '../../protocol/room-name.ts';
import { strings } from '../strings/strings.ts';

/** A room as a title: a private one's name is no more than a key, and nobody should have to read it. */
export const titleName = (room: string) => (isPrivateRoom(room) ? strings.header.privateRoom : room);

/** A room, within a sentence. */
export const placeName = (room: string) => (isPrivateRoom(room) ? strings.thisPrivateRoom : room);
