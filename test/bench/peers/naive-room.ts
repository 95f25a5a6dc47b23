import { DurableObject } from 'cloudflare:workers';
import { type Member, type Message, messageOf, newMember, welcome } from './room-words.ts';

interface Env {
  readonly ROOMS: DurableObjectNamespace<NaiveRoom>;
}

/** The room that one writes first: a row a message, and one `send` of it for each who is there. */
export class NaiveRoom extends DurableObject<Env> {
  readonly #sockets: Set<WebSocket>;
  #seq: number;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sockets = new Set(ctx.getWebSockets());
    ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY, id TEXT, at INTEGER, author TEXT, name TEXT, text TEXT)',
    );
    this.#seq = ctx.storage.sql
      .exec<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM messages')
      .one().seq;
  }

  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    const self = newMember(request.url);
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment(self);
    this.#sockets.add(server);
    server.send(welcome(self));
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, frame: string): void {
    const from: Member = socket.deserializeAttachment();
    const message = messageOf(frame, from, ++this.#seq);
    this.#store(message);
    const words = JSON.stringify(message);
    for (const each of this.#sockets) each.send(words);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#sockets.delete(socket);
  }

  #store({ seq, id, at, from, text }: Message): void {
    this.ctx.storage.sql.exec(
      'INSERT INTO messages (seq, id, at, author, name, text) VALUES (?, ?, ?, ?, ?, ?)',
      ...[seq, id, at, from.id, from.name, text],
    );
  }
}

export default {
  fetch: (request, env) => env.ROOMS.getByName(new URL(request.url).pathname).fetch(request),
} satisfies ExportedHandler<Env>;
