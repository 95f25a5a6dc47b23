import type { MiddlewareHandler } from 'hono';
import type { Env } from '../env.ts';
import { problem } from './problem.ts';
import { addressIn } from './visitor.ts';

/**
 * E3: before what costs most. Counts by the address alone, whichever the room, and nobody where nothing is bound to
 * count them by.
 */
export const withinRate: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  const { CONNECTIONS: limiter } = c.env;
  const key = limiter && (await addressIn('all rooms', c));
  const isWithin = !limiter || key === undefined || (await limiter.limit({ key })).success;
  return isWithin ? next() : problem('rate_limited');
};
