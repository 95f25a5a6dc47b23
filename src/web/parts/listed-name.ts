import { PRIVATE_PREFIX } from '../../protocol/room-name.ts';
import { strings } from '../strings/strings.ts';
import { calledHere } from './place-name.ts';

/** A room in a list: of a private one's name so much as tells it apart. */
export const listedName = (room: string, title?: string) =>
  calledHere(
    room,
    title,
    strings.privateRoomOf(room.slice(PRIVATE_PREFIX.length, PRIVATE_PREFIX.length + 4)),
  );
