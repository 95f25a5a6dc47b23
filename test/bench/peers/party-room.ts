import { type Connection, type ConnectionContext, routePartykitRequest, Server } from 'partyserver';
import { type Member, type Message, messageOf, newMember, welcome } from './room-words.ts';

interface Env extends Cloudflare.Env {
  readonly PartyRoom: DurableObjectNamespace<PartyRoom>;
}

/** The same job on partyserver, by its own means: a row a message, then `broadcast`. Hibernates. */
export class PartyRoom extends Server<Env> {
  static override options = { hibernate: true };
  #seq = 0;

  override onStart(): void {
    this.ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY, id TEXT, at INTEGER, author TEXT, name TEXT, text TEXT)',
    );
    this.#seq = this.ctx.storage.sql
      .exec<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM messages')
      .one().seq;
  }

  override onConnect(connection: Connection<Member>, { request }: ConnectionContext): void {
    const self = newMember(request.url);
    connection.setState(self);
    connection.send(welcome(self));
  }

  override onMessage(connection: Connection<Member>, frame: string): void {
    const from = connection.state;
    if (!from) return;
    const message = messageOf(frame, from, ++this.#seq);
    this.#store(message);
    this.broadcast(JSON.stringify(message));
  }

  #store({ seq, id, at, from, text }: Message): void {
    this.ctx.storage.sql.exec(
      'INSERT INTO messages (seq, id, at, author, name, text) VALUES (?, ?, ?, ?, ?, ?)',
      ...[seq, id, at, from.id, from.name, text],
    );
  }
}

export default {
  fetch: async (request, env) =>
    (await routePartykitRequest(request, env)) ?? new Response(null, { status: 404 }),
} satisfies ExportedHandler<Env>;
