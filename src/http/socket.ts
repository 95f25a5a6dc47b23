import { Hono, type MiddlewareHandler } from 'hono';
import { dialectFor } from '../dialect/dialects.ts';
import { ADDRESS_HEADER } from '../identity/address-header.ts';
import { SUBPROTOCOL } from '../protocol/limits.ts';
import { sameOrigin } from './origin.ts';
import { methodNotAllowed, problem } from './problem.ts';
import { withinRate } from './rate-limit.ts';
import { atRoom, type RoomRoute } from './room-address.ts';
import { addressOf } from './visitor.ts';

/** A2: in a dialect that is spoken here. */
const isUpgrade: MiddlewareHandler = async (c, next) => {
  if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
    return problem('upgrade_required', undefined, { Upgrade: 'websocket' });
  }
  if (dialectFor(c.req.header('Sec-WebSocket-Protocol')) === undefined) {
    return problem('bad_request', `Offer the subprotocol ${SUBPROTOCOL}, or none.`);
  }
  await next();
};

/** A2. Nothing that changes an answer's headers may come before it: an upgrade's are immutable. */
export const socketRoutes = new Hono<RoomRoute>()
  .get('/:room{[^/]*}/socket', atRoom, sameOrigin, isUpgrade, withinRate, async (c) =>
    c.env.ROOMS.getByName(c.var.room).fetch(from(c.req.raw, await addressOf(c))),
  )
  .all('/:room{[^/]*}/socket', atRoom, methodNotAllowed('GET'));

/** H3: what a client says of its own address is nothing. */
function from(request: Request, address: string | undefined): Request {
  const marked = new Request(request);
  marked.headers.delete(ADDRESS_HEADER);
  if (address !== undefined) marked.headers.set(ADDRESS_HEADER, address);
  return marked;
}
