import { decodeFrame, encode } from '../protocol/codec.ts';
import { SUBPROTOCOL } from '../protocol/limits.ts';
import type { Member, ServerMessage } from '../protocol/server-message.ts';
import type { Delivery, News } from '../room/delivery.ts';
import { compact } from './compact.ts';
import type { Dialect } from './dialect.ts';

/** Sections 2 to 7. */
export const native: Dialect = {
  subprotocol: SUBPROTOCOL,
  greeting: [],
  read: decodeFrame,
  write: (delivery) => [encode(toWire(delivery))],
  merge: compact,
  pack,
};

/** Characters of a frame that holds several things: what is larger takes readers with a limit of their own by surprise. */
const FRAME_MOST = 262_144;

/** F2. */
function pack(words: readonly string[]): readonly string[] {
  const frames: string[][] = [];
  let room = 0;
  for (const word of words) {
    room -= word.length + 1;
    if (room >= 0) frames.at(-1)?.push(word);
    else {
      frames.push([word]);
      room = FRAME_MOST - word.length;
    }
  }
  return frames.map((frame) => (frame.length > 1 ? `[${frame.join()}]` : frame.join()));
}

/** As it goes over the wire. */
export function toWire(delivery: Delivery): ServerMessage {
  return delivery.type === 'presence' ? presence(delivery) : delivery;
}

/** P1. */
function presence({ joined = [], shown = [], left, changed, ...rest }: News): ServerMessage {
  const here = [...joined, ...shown].map(member);
  return {
    ...rest,
    ...(here.length > 0 && { joined: here }),
    ...(left && { left: left.map(({ id }) => id) }),
    ...(changed && { changed: changed.map(member) }),
  };
}

const member = ({ id, name }: Member): Member => ({ id, name });
