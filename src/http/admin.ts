import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import * as v from 'valibot';
import type { Env } from '../env.ts';
import { keyringOf } from '../identity/keyring-of.ts';
import { HOUR } from '../protocol/time.ts';
import { sameOrigin } from './origin.ts';
import { methodNotAllowed, problem } from './problem.ts';
import { atAnyRoom, type RoomRoute } from './room-address.ts';
import { downloadFor } from './transcript/download.ts';
import { addressIn, bearerOf, type Visitor } from './visitor.ts';

/** Rooms that are asked how they stand when they are listed; of the 50 calls that a request may make on the free plan. */
const ASKED = 40;

const lockQuery = v.object({ locked: v.boolean() });

/** D1: behind the deployer's key. Where none is set there is nothing here. */
const deployerOnly: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  const { ADMIN_KEY } = c.env;
  if (!ADMIN_KEY) return problem('not_found');
  const given = bearerOf(c);
  if (given === undefined) return problem('forbidden', 'Show the key of this deployment.');
  const isRight = await (await keyringOf(c.env)).isAdmin(ADMIN_KEY, given);
  const wait = await directoryOf(c.env).tries((await addressIn('admin', c)) ?? '', isRight);
  if (wait > 0) return problem('rate_limited', undefined, { 'Retry-After': `${Math.ceil(wait / 1_000)}` });
  if (!isRight) return problem('forbidden', 'That is not the key of this deployment.');
  await next();
};

/** D3: past the gate and a hidden history. */
const DEPLOYER: Visitor = { member: null, isOwner: true };

/** D3: a room that nobody has used is none here. */
const ofUsedRoom: MiddlewareHandler<RoomRoute> = async (c, next) => {
  const summary = await c.env.ROOMS.getByName(c.var.room).summary(DEPLOYER);
  if ('code' in summary || summary.log === null) return problem('not_found');
  await next();
};

/** D1 to D3. */
export const adminRoutes = new Hono<RoomRoute>()
  .use(secureHeaders({ referrerPolicy: 'no-referrer' }))
  .use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  })
  .use(sameOrigin)
  .use(deployerOnly)

  .get('/rooms', async (c) => {
    const search = c.req.query('search')?.normalize('NFKC').toLowerCase();
    await askThoseInUse(c.env, search);
    return c.json(await directoryOf(c.env).list(search));
  })
  .all('/rooms', methodNotAllowed('GET, HEAD'))

  .delete('/rooms/:room{[^/]*}', atAnyRoom, async (c) => {
    const wasThere = await c.env.ROOMS.getByName(c.var.room).destroy();
    return wasThere ? c.body(null, 204) : problem('not_found');
  })
  .all('/rooms/:room{[^/]*}', methodNotAllowed('DELETE'))

  .post('/rooms/:room{[^/]*}/lock', atAnyRoom, async (c) => {
    const body = v.safeParse(lockQuery, await c.req.json().catch(() => undefined));
    if (!body.success) return problem('bad_request', 'Say whether it is to be locked.');
    const { locked } = body.output;
    const isThere = await c.env.ROOMS.getByName(c.var.room).lock(locked);
    return isThere ? c.json({ locked }) : problem('not_found');
  })
  .all('/rooms/:room{[^/]*}/lock', methodNotAllowed('POST'))

  .get(
    '/rooms/:room{[^/]*}/transcript',
    atAnyRoom,
    ofUsedRoom,
    downloadFor(() => DEPLOYER),
  )
  .all('/rooms/:room{[^/]*}/transcript', methodNotAllowed('GET, HEAD'));

const directoryOf = ({ DIRECTORY }: Env) => DIRECTORY.getByName('directory');

/** D2: what the last report says of them may be old by now. */
async function askThoseInUse(env: Env, search: string | undefined): Promise<void> {
  const { rooms } = await directoryOf(env).list(search);
  const now = Date.now();
  const inUse = rooms.filter(({ members, activeAt }) => members > 0 || now - activeAt < HOUR).slice(0, ASKED);
  await Promise.allSettled(inUse.map(({ room }) => env.ROOMS.getByName(room).report()));
}
