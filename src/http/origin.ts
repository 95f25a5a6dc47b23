import type { MiddlewareHandler } from 'hono';
import type { Env } from '../env.ts';
import { problem } from './problem.ts';

/** A6: whose pages may open sockets and change things. */
export function isTrusted(
  origin: string,
  url: string,
  { ALLOWED_ORIGINS = '' }: Pick<Env, 'ALLOWED_ORIGINS'>,
): boolean {
  const listed = ALLOWED_ORIGINS.split(/\s+/).map((address) => URL.parse(address)?.origin);
  return origin === new URL(url).origin || (origin !== 'null' && listed.includes(origin));
}

/** A6: without an Origin it is no browser's page that asks. */
export const sameOrigin: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  const origin = c.req.header('Origin');
  if (origin !== undefined && !isTrusted(origin, c.req.url, c.env)) return problem('bad_origin');
  await next();
};
