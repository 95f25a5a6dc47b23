import { type Context, Hono } from 'hono';
import type { Env } from '../env.ts';
import { isPrivateRoom, roomPath } from '../protocol/room-name.ts';
import { roomAddress, segmentsBehind } from './room-address.ts';
import { withTurnstile } from './turnstile.ts';

/** A1, A3: the one page for every room; where there is no such room it says so, with the status that is right. */
export const pageRoutes = new Hono<{ Bindings: Env }>().get('/*', async (c) => {
  const { pathname, search } = new URL(c.req.url);
  const [segment = '', ...rest] = segmentsBehind('/r', c.req.url);
  const address = await roomAddress(segment, c.env);
  if ('refused' in address) return thePage(c, address.refused === 'bad_room' ? 400 : 404);
  if (rest.join('') !== '') return thePage(c, 404);
  const canonical = roomPath(address.room);
  if (pathname !== canonical) return c.redirect(canonical + search, 308);
  const page = await thePage(c, 200);
  // Its name is its key: no search engine is to list it.
  if (isPrivateRoom(address.room)) page.headers.set('X-Robots-Tag', 'noindex');
  return page;
});

/** D1: for no search engine, and to be kept nowhere. */
export async function adminPage(c: Context<{ Bindings: Env }>): Promise<Response> {
  const page = await thePage(c, 200);
  page.headers.set('X-Robots-Tag', 'noindex');
  page.headers.set('Cache-Control', 'no-store');
  return page;
}

/** The built page, which finds out by its own address what to show. */
export async function thePage(c: Context<{ Bindings: Env }>, status: number): Promise<Response> {
  const page = await c.env.ASSETS.fetch(new Request(new URL('/', c.req.url), { method: c.req.method }));
  const { TURNSTILE_SITE_KEY: siteKey } = c.env;
  return withTurnstile(new Response(page.body, { status, headers: page.headers }), siteKey);
}
