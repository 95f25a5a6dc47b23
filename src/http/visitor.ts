import type { Context } from 'hono';
import type { Env } from '../env.ts';
import { keyringOf } from '../identity/keyring-of.ts';
import type { RoomRoute } from './room-address.ts';

/** Who reads, as a room is told. */
export type Visitor = Parameters<ReturnType<Env['ROOMS']['getByName']>['summary']>[0];

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** H5: who asks, as a `Bearer` token says (J3), and where from. Without a token, or with one that is none, nobody. */
export async function visitorOf(c: Context<RoomRoute>): Promise<Visitor> {
  const keyring = await keyringOf(c.env);
  const token = bearerOf(c);
  const member = token === undefined ? null : ((await keyring.memberOf(token)) ?? null);
  return { member, address: await addressOf(c) };
}

/** H3: a keyed hash of where a request comes from; undefined for the machine itself, which is where nobody is a stranger. */
export function addressOf(c: Context<RoomRoute>): Promise<string | undefined> {
  return addressIn(c.var.room, c);
}

/** The same, for somewhere that is no room. */
export async function addressIn(
  place: string,
  { req, env }: Pick<Context, 'req'> & { readonly env: Env },
): Promise<string | undefined> {
  const address = req.header('CF-Connecting-IP');
  if (address === undefined || LOOPBACK.test(address)) return undefined;
  return (await keyringOf(env)).addressIn(place, networkOf(address));
}

/** What is shown in the `Authorization` header. */
export function bearerOf({ req }: Pick<Context, 'req'>): string | undefined {
  return /^Bearer (.+)$/i.exec(req.header('Authorization') ?? '')?.[1];
}

/** Of IPv6 the first half: what one household or one server is given. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Math.max(0, 8 - groups.length - after.length) : 0;
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
