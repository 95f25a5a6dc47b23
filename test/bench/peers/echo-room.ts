import { DurableObject } from 'cloudflare:workers';
import { type Member, messageOf, newMember, welcome } from './room-words.ts';

interface Env {
  readonly ROOMS: DurableObjectNamespace<EchoRoom>;
}

/** The least that a room can do: says each message again to everybody, at once, and stores nothing. */
export class EchoRoom extends DurableObject<Env> {
  #seq = 0;

  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    const self = newMember(request.url);
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment(self);
    server.send(welcome(self));
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, frame: string): void {
    const from: Member = socket.deserializeAttachment();
    const words = JSON.stringify(messageOf(frame, from, ++this.#seq));
    for (const each of this.ctx.getWebSockets()) each.send(words);
  }
}

export default {
  fetch: (request, env) => env.ROOMS.getByName(new URL(request.url).pathname).fetch(request),
} satisfies ExportedHandler<Env>;
