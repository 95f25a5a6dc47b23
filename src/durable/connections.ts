import type { Dialect } from '../dialect/dialect.ts';
import { type DialectName, dialects } from '../dialect/dialects.ts';
import type { ConnectionId, ConnectionState } from '../room/effect.ts';
import { attachmentOf, Connection, closeSocket } from './connection.ts';
import type { Listeners } from './outbox.ts';

/** The sockets of a room by the ids that the room knows them by. */
export class Connections implements Listeners {
  readonly #connections = new Map<ConnectionId, Connection>();
  readonly #joined = new Map<ConnectionId, Connection>();
  readonly #slow = new Set<Connection>();
  /** What is on the sockets anyway, without reading it again for every frame. */
  readonly #ids = new WeakMap<WebSocket, ConnectionId>();

  /** After hibernation: takes a socket back; its state, or undefined where it has left or was never away. */
  restore(socket: WebSocket): ConnectionState | undefined {
    const attachment = attachmentOf(socket);
    if (!attachment?.state || this.#connections.has(attachment.id)) return undefined;
    const { id, dialect, state } = attachment;
    const connection = this.#register(id, socket, dialect);
    connection.restore(attachment);
    if (state.seat) this.#joined.set(id, connection);
    return state;
  }

  add(id: ConnectionId, socket: WebSocket, dialect: DialectName): void {
    this.#register(id, socket, dialect).send(dialects[dialect].greeting);
  }

  get joined(): ReadonlyMap<ConnectionId, Connection> {
    return this.#joined;
  }

  find(id: ConnectionId): Connection | undefined {
    return this.#connections.get(id);
  }

  dialectOf(id: ConnectionId): Dialect {
    return this.find(id)?.dialect ?? dialects.native;
  }

  idOf(socket: WebSocket): ConnectionId {
    return this.#ids.get(socket) ?? attachmentOf(socket)?.id ?? '';
  }

  heard(id: ConnectionId, now: number): void {
    this.find(id)?.heard(now);
  }

  /** Those who have pinged once (F6) and neither pinged nor said anything since `time`, in Unix ms. */
  silentSince(time: number, pingedAt: (socket: WebSocket) => Date | null): readonly ConnectionId[] {
    return [...this.#connections.values()]
      .filter(({ socket, heardAt }) => {
        const pinged = pingedAt(socket)?.getTime();
        return pinged !== undefined && Math.max(pinged, heardAt) < time;
      })
      .map(({ id }) => id);
  }

  /** Those who have been cut off, each once. */
  takeSlow(): readonly ConnectionId[] {
    const slow = [...this.#slow].map(({ id }) => id);
    this.#slow.clear();
    return slow;
  }

  /** For a socket that is no more, or is not to be. */
  forget(id: ConnectionId): void {
    this.retire(id);
    this.#connections.delete(id);
  }

  /** What is to outlive hibernation; answers whether this seats it. */
  keep(id: ConnectionId, state: ConnectionState): boolean {
    const connection = this.find(id);
    connection?.keep(state);
    if (!connection || !state.seat || this.#joined.has(id)) return false;
    this.#joined.set(id, connection);
    return true;
  }

  /** It is to be closed: what is told from now on is not for it. */
  retire(id: ConnectionId): void {
    this.find(id)?.keep(undefined);
    this.#joined.delete(id);
  }

  close(id: ConnectionId, code: number, reason: string): void {
    const socket = this.find(id)?.socket;
    this.forget(id);
    if (socket) closeSocket(socket, code, reason);
  }

  #register(id: ConnectionId, socket: WebSocket, dialect: DialectName): Connection {
    const connection = new Connection(id, socket, dialect, (slow) => this.#slow.add(slow));
    this.#connections.set(id, connection);
    this.#ids.set(socket, id);
    return connection;
  }
}
