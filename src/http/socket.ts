import { Hono } from 'hono';
import { dialectFor } from '../dialect/dialects.ts';
import { SUBPROTOCOL } from '../protocol/limits.ts';
import { sameOrigin } from './origin.ts';
import { methodNotAllowed, problem } from './problem.ts';
import { atRoom, type RoomRoute } from './room-address.ts';

/** A2. Nothing that changes an answer's headers may come before it: an upgrade's are immutable. */
export const socketRoutes = new Hono<RoomRoute>()
  .get('/:room{[^/]*}/socket', atRoom, sameOrigin, (c) => {
    if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
      return problem('upgrade_required', undefined, { Upgrade: 'websocket' });
    }
    if (dialectFor(c.req.header('Sec-WebSocket-Protocol')) === undefined) {
      return problem('bad_request', `Offer the subprotocol ${SUBPROTOCOL}, or none.`);
    }
    return c.env.ROOMS.getByName(c.var.room).fetch(c.req.raw);
  })
  .all('/:room{[^/]*}/socket', atRoom, methodNotAllowed('GET'));
