import { Hono } from 'hono';
import type { Env } from './env.ts';
import { adminRoutes } from './http/admin.ts';
import { adminPage, pageRoutes, thePage } from './http/pages.ts';
import { problem } from './http/problem.ts';
import { roomRoutes } from './http/rooms.ts';
import { socketRoutes } from './http/socket.ts';
import { ADMIN_API, ROOMS_API } from './protocol/api.ts';

export { DirectoryObject } from './durable/directory-object.ts';
export { KeyringObject } from './durable/keyring-object.ts';
export { RoomObject } from './durable/room-object.ts';

const app = new Hono<{ Bindings: Env }>()
  .route(ROOMS_API, socketRoutes)
  .route(ROOMS_API, roomRoutes)
  .route(ADMIN_API, adminRoutes)
  .route('/r', pageRoutes)
  .get('/admin', adminPage)
  .notFound((c) => (/^\/api(\/|$)/.test(c.req.path) ? problem('not_found') : thePage(c, 404)))
  .onError((error) => {
    console.error('A request failed:', error);
    return problem('internal');
  });

export default app;
