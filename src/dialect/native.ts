import { decodeFrame, encode } from '../protocol/codec.ts';
import { SUBPROTOCOL } from '../protocol/limits.ts';
import type { Member, ServerMessage } from '../protocol/server-message.ts';
import type { Delivery, News } from '../room/delivery.ts';
import type { Dialect } from './dialect.ts';

/** Sections 2 to 7. */
export const native: Dialect = {
  subprotocol: SUBPROTOCOL,
  greeting: [],
  read: decodeFrame,
  write: (delivery) => [encode(toWire(delivery))],
  pack: (words) => (words.length > 1 ? [`[${words.join()}]`] : words),
};

/** As it goes over the wire. */
export function toWire(delivery: Delivery): ServerMessage {
  return delivery.type === 'presence' ? presence(delivery) : delivery;
}

/** P1. */
function presence({ left, changed, ...rest }: News): ServerMessage {
  return {
    ...rest,
    ...(left && { left: left.map(({ id }) => id) }),
    ...(changed && { changed: changed.map(member) }),
  };
}

const member = ({ id, name }: Member): Member => ({ id, name });
