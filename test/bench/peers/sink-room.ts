import { DurableObject } from 'cloudflare:workers';
import { newMember, welcome } from './room-words.ts';

interface Env {
  readonly ROOMS: DurableObjectNamespace<SinkRoom>;
}

/** Takes frames in and does nothing: what the runtime itself costs, before a room has done anything. */
export class SinkRoom extends DurableObject<Env> {
  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.send(welcome(newMember(request.url)));
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(): void {}
}

export default {
  fetch: (request, env) => env.ROOMS.getByName(new URL(request.url).pathname).fetch(request),
} satisfies ExportedHandler<Env>;
