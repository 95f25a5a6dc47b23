import { isPrivateRoom } from '../../protocol/room-name.ts';
import { strings } from '../strings/strings.ts';

/** What a room is called here: as its hosts call it, else by its name; a private one's is no more than a key, and nobody should have to read it. */
export const calledHere = (room: string, title: string | undefined, unnamed: string) =>
  title ?? (isPrivateRoom(room) ? unnamed : room);

/** A room that stands by itself. */
export const titleName = (room: string, title: string | undefined) =>
  calledHere(room, title, strings.header.privateRoom);

/** A room, within a sentence. */
export const placeName = (room: string, title: string | undefined) =>
  calledHere(room, title, strings.thisPrivateRoom);
