import { RoomObject } from '../../../src/durable/room-object.ts';
import type { Env } from '../../../src/env.ts';
import worker from '../../../src/worker.ts';

export { KeyringObject } from '../../../src/durable/keyring-object.ts';

/** Parlor's own room, with a way to grow old at once. */
export class FilledRoom extends RoomObject {
  /** Messages of 64 bytes, of 100 authors; to be seen once the object has been started anew. */
  fill(count: number): void {
    this.ctx.storage.sql.exec(
      `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
       INSERT INTO messages (seq, id, at, author, name, text)
       SELECT n, 'message-' || n, n, 'author-' || (n % 100), 'Author ' || (n % 100), printf('%064d', n) FROM numbers`,
      count,
    );
  }

  startAnew(): void {
    this.ctx.abort('Filled.');
  }
}

type BenchEnv = Omit<Env, 'ROOMS'> & { readonly ROOMS: DurableObjectNamespace<FilledRoom> };

async function fill(env: BenchEnv, room: string, count: number): Promise<Response> {
  await env.ROOMS.getByName(room).fill(count);
  await env.ROOMS.getByName(room)
    .startAnew()
    .catch(() => {});
  return new Response('Filled.');
}

export default {
  fetch(request: Request, env: BenchEnv, ctx: ExecutionContext): Response | Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== '/bench/fill') return worker.fetch(request, env, ctx);
    return fill(env, searchParams.get('room') ?? '', Number(searchParams.get('count')));
  },
};
