import type { Context } from 'hono';
import { keyringOf } from '../identity/keyring-of.ts';
import type { MemberId } from '../protocol/server-message.ts';
import type { RoomRoute } from './room-address.ts';

/** Who reads, as a room is told. */
export interface Visitor {
  readonly member: MemberId | null;
  readonly address: string | undefined;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** H5: who asks, as a `Bearer` token says (J3), and where from. Without a token, or with one that is none, nobody. */
export async function visitorOf(c: Context<RoomRoute>): Promise<Visitor> {
  const keyring = await keyringOf(c.env);
  const token = /^Bearer (\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  const member = token === undefined ? null : ((await keyring.memberOf(token)) ?? null);
  return { member, address: await addressOf(c) };
}

/** H3: a keyed hash of where a request comes from; undefined for the machine itself, which is where nobody is a stranger. */
export async function addressOf(c: Context<RoomRoute>): Promise<string | undefined> {
  const address = c.req.header('CF-Connecting-IP');
  if (address === undefined || LOOPBACK.test(address)) return undefined;
  return (await keyringOf(c.env)).addressIn(c.var.room, networkOf(address));
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
