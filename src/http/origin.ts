import type { MiddlewareHandler } from 'hono';
import type { Env } from '../env.ts';
import { problem } from './problem.ts';

/** A6: whose pages may open sockets and change things. */
export function isTrusted(
  origin: string,
  url: string,
  { ALLOWED_ORIGINS = '' }: Pick<Env, 'ALLOWED_ORIGINS'>,
): boolean {
  return origin === new URL(url).origin || ALLOWED_ORIGINS.split(/\s+/).map(originOf).includes(origin);
}

/** Of an address as somebody listed it. `null`, the origin of pages from a disk, is meant only where it stands so. */
function originOf(listed: string): string | undefined {
  const parsed = URL.parse(listed)?.origin;
  return parsed === 'null' || listed === 'null' ? listed : parsed;
}

/** A6: without an Origin it is no browser's page that asks. */
export const sameOrigin: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  const origin = c.req.header('Origin');
  if (origin !== undefined && !isTrusted(origin, c.req.url, c.env)) return problem('bad_origin');
  await next();
};
