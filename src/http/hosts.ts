import { Hono } from 'hono';
import * as v from 'valibot';
import { keyringOf } from '../identity/keyring-of.ts';
import { limits } from '../protocol/limits.ts';
import { roomPath } from '../protocol/room-name.ts';
import type { Role } from '../protocol/server-message.ts';
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
    const { room } = c.var;
    const { member } = await visitorOf(c);
    const { role, keyGeneration } = await standingOf(c.env, room, member);
    if (role !== 'owner') return problem('forbidden');
    return c.json({ ownerKey: await (await keyringOf(c.env)).ownerKey(room, keyGeneration) });
  })
  .all('/:room{[^/]*}/owner-key', atRoom, methodNotAllowed('POST'))

  .post('/:room{[^/]*}/invitations', sameOrigin, atRoom, async (c) => {
    const { room } = c.var;
    const body = v.safeParse(asked, await c.req.json().catch(() => undefined));
    if (!body.success) return problem('bad_request', 'Say for how many minutes it is to open the room.');
    const { member } = await visitorOf(c);
    const { role } = await standingOf(c.env, room, member);
    if (role === 'member') return problem('forbidden');
    const until = Date.now() + body.output.minutes * MINUTE;
    const invitation = await (await keyringOf(c.env)).invitation(room, until);
    const url = `${new URL(roomPath(room), c.req.url).href}#invitation=${invitation}`;
    return c.json({ invitation, url, until }, 201);
  })
  .all('/:room{[^/]*}/invitations', atRoom, methodNotAllowed('POST'));

async function standingOf(
  env: RoomRoute['Bindings'],
  room: string,
  member: string | null,
): Promise<{ readonly role: Role; readonly keyGeneration: number }> {
  if (member === null) return { role: 'member', keyGeneration: 0 };
  return env.ROOMS.getByName(room).standingOf(member);
}
