import { namesIn } from '../protocol/fields.ts';
import { classic } from './classic.ts';
import type { Dialect } from './dialect.ts';
import { native } from './native.ts';

/** Every way of speaking to a room. What a connection speaks is kept with it by this name. */
export const dialects = { native, classic } as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;

/** A2: the dialect for an offer of subprotocols, a header as it came; undefined where none is meant. */
export function dialectFor(offer: string | null | undefined): DialectName | undefined {
  const offered = (offer ?? '').split(',').map((protocol) => protocol.trim());
  const isMeant = ({ subprotocol }: Dialect) => offered.includes(subprotocol ?? '');
  return namesIn(dialects).find((name) => isMeant(dialects[name]));
}
