import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { keyringOf } from '../identity/keyring-of.ts';
import { limits } from '../protocol/limits.ts';
import { roomPath } from '../protocol/room-name.ts';
import { MINUTE } from '../protocol/time.ts';
import { sameOrigin } from './origin.ts';
import { methodNotAllowed, problem } from './problem.ts';
import { atRoom, type RoomRoute } from './room-address.ts';
import { visitorOf } from './visitor.ts';

const asked = v.object({
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.minutesMost)),
});

/** H2, H5: what hosts are given for others, or for another device of theirs. */
export const hostRoutes = new Hono<RoomRoute>()
  .post('/:room{[^/]*}/owner-key', sameOrigin, atRoom, async (c) => {
    const standing = await standingOf(c);
    if (standing?.role !== 'owner') return problem('forbidden');
    return c.json({ ownerKey: await (await keyringOf(c.env)).ownerKey(standing.epoch) });
  })
  .all('/:room{[^/]*}/owner-key', atRoom, methodNotAllowed('POST'))

  .post('/:room{[^/]*}/invitations', sameOrigin, atRoom, async (c) => {
    const body = v.safeParse(asked, await c.req.json().catch(() => undefined));
    if (!body.success) return problem('bad_request', 'Say for how many minutes it is to open the room.');
    const standing = await standingOf(c);
    if (!standing || standing.role === 'member') return problem('forbidden');
    const until = Date.now() + body.output.minutes * MINUTE;
    const invitation = await (await keyringOf(c.env)).invitation(standing.epoch, until);
    const url = `${new URL(roomPath(c.var.room), c.req.url).href}#invitation=${invitation}`;
    return c.json({ invitation, url, until }, 201);
  })
  .all('/:room{[^/]*}/invitations', atRoom, methodNotAllowed('POST'));

/** Of whoever asks; undefined where they say nothing of who they are. */
async function standingOf(c: Context<RoomRoute>) {
  const { member } = await visitorOf(c);
  return member === null ? undefined : c.env.ROOMS.getByName(c.var.room).standingOf(member);
}
