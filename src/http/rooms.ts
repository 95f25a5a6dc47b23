import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import * as v from 'valibot';
import { keyringOf } from '../identity/keyring-of.ts';
import { pageRange } from '../protocol/client-message.ts';
import { roomPath } from '../protocol/room-name.ts';
import { hostRoutes } from './hosts.ts';
import { isTrusted, sameOrigin } from './origin.ts';
import { methodNotAllowed, problem, refused } from './problem.ts';
import { withinRate } from './rate-limit.ts';
import { atRoom, type RoomRoute } from './room-address.ts';
import { downloadFor } from './transcript/download.ts';
import { visitorOf } from './visitor.ts';

/** A number as it stands in a query; what is none is kept, for the schema to refuse. */
const figure = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => (/^\d{1,16}$/.test(text) ? Number(text) : Number.NaN)),
  ),
);
const rangeQuery = v.pipe(
  v.object({ before: figure, after: figure, around: figure, limit: figure }),
  pageRange,
);

/** A field that is given twice is no figure. */
function once(query: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values.join(' ')]));
}

/** A4, R5, R6. */
export const roomRoutes = new Hono<RoomRoute>()
  .use(secureHeaders({ referrerPolicy: 'no-referrer' }))
  .use(
    cors({
      allowMethods: ['GET', 'HEAD', 'POST'],
      allowHeaders: ['Authorization', 'Content-Type'],
      origin: (origin, c) => (isTrusted(origin, c.req.url, c.env) ? origin : null),
    }),
  )
  .use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  })

  .post('/', sameOrigin, async (c) => {
    const { room, ownerKey } = await (await keyringOf(c.env)).newPrivateRoom();
    const url = new URL(roomPath(room), c.req.url).href;
    return c.json({ room, url, ownerKey }, 201, { Location: url });
  })
  .all('/', methodNotAllowed('POST'))

  .route('/', hostRoutes)

  .get('/:room{[^/]*}', atRoom, async (c) => {
    const summary = await c.env.ROOMS.getByName(c.var.room).summary(await visitorOf(c));
    return 'code' in summary ? refused(summary) : c.json(summary);
  })
  .all('/:room{[^/]*}', atRoom, methodNotAllowed('GET, HEAD'))

  .get('/:room{[^/]*}/messages', atRoom, async (c) => {
    const range = v.safeParse(rangeQuery, once(c.req.queries()));
    if (!range.success)
      return problem(
        'bad_request',
        'before, after, around (one of them) and limit are figures; limit is 1 to 100.',
      );
    const page = await c.env.ROOMS.getByName(c.var.room).messages(range.output, await visitorOf(c));
    return 'code' in page ? refused(page) : c.json(page);
  })
  .all('/:room{[^/]*}/messages', atRoom, methodNotAllowed('GET, HEAD'))

  .get('/:room{[^/]*}/transcript', atRoom, withinRate, downloadFor(visitorOf))
  .all('/:room{[^/]*}/transcript', atRoom, methodNotAllowed('GET, HEAD'));
