import { Hono } from 'hono';
import { dialectFor } from '../dialect/dialects.ts';
import { ADDRESS_HEADER } from '../identity/address-header.ts';
import { SUBPROTOCOL } from '../protocol/limits.ts';
import { sameOrigin } from './origin.ts';
import { methodNotAllowed, problem } from './problem.ts';
import { atRoom, type RoomRoute } from './room-address.ts';
import { addressOf } from './visitor.ts';

/** A2. Nothing that changes an answer's headers may come before it: an upgrade's are immutable. */
export const socketRoutes = new Hono<RoomRoute>()
  .get('/:room{[^/]*}/socket', atRoom, sameOrigin, async (c) => {
    if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
      return problem('upgrade_required', undefined, { Upgrade: 'websocket' });
    }
    if (dialectFor(c.req.header('Sec-WebSocket-Protocol')) === undefined) {
      return problem('bad_request', `Offer the subprotocol ${SUBPROTOCOL}, or none.`);
    }
    const address = await addressOf(c);
    if (!(await isTaken(c.env.CONNECTIONS, address))) return problem('rate_limited');
    return c.env.ROOMS.getByName(c.var.room).fetch(from(c.req.raw, address));
  })
  .all('/:room{[^/]*}/socket', atRoom, methodNotAllowed('GET'));

/** E3: whether one more connection from there is taken; always, where nothing is bound to count them. */
async function isTaken(limiter: RateLimit | undefined, address: string | undefined): Promise<boolean> {
  return !limiter || address === undefined || (await limiter.limit({ key: address })).success;
}

/** H3: what a client says of its own address is nothing. */
function from(request: Request, address: string | undefined): Request {
  const marked = new Request(request);
  marked.headers.delete(ADDRESS_HEADER);
  if (address !== undefined) marked.headers.set(ADDRESS_HEADER, address);
  return marked;
}
