import type { Dialect } from '../dialect/dialect.ts';
import { type DialectName, dialects } from '../dialect/dialects.ts';
import type { ConnectionId, ConnectionState } from '../room/effect.ts';
import type { Listeners } from './outbox.ts';

/** What rides on a hibernating socket (16 KiB at most). */
interface Attachment {
  readonly id: ConnectionId;
  readonly dialect: DialectName;
  /** Absent once the room knows that it has left, so that no later event makes it leave twice. */
  readonly state?: ConnectionState;
}

interface Connection {
  readonly socket: WebSocket;
  readonly dialect: DialectName;
  /** Unix ms of the last frame since the object woke. */
  heardAt: number;
}

/** Bytes that may wait for a reader: more, and its memory is the room's no longer. */
const BACKLOG = 1_048_576;

/** The sockets of a room by the ids that the room knows them by. The one place that sends. */
export class Connections implements Listeners {
  readonly #connections = new Map<ConnectionId, Connection>();
  readonly #joined = new Set<ConnectionId>();
  readonly #slow = new Set<ConnectionId>();
  /** What is on the sockets anyway, without reading it again for every frame. */
  readonly #ids = new WeakMap<WebSocket, ConnectionId>();

  /** After hibernation: takes a socket back; its state, or undefined where it has left or was never away. */
  restore(socket: WebSocket): ConnectionState | undefined {
    const attachment: Attachment | null = socket.deserializeAttachment();
    if (!attachment?.state || this.#connections.has(attachment.id)) return undefined;
    const { id, dialect, state } = attachment;
    this.#register(id, socket, dialect);
    if (state.seat) this.#joined.add(id);
    return state;
  }

  add(id: ConnectionId, socket: WebSocket, dialect: DialectName): void {
    this.#register(id, socket, dialect);
    this.send(id, dialects[dialect].greeting);
  }

  get joined(): ReadonlySet<ConnectionId> {
    return this.#joined;
  }

  dialectOf(id: ConnectionId): Dialect {
    return dialects[this.#connections.get(id)?.dialect ?? 'native'];
  }

  idOf(socket: WebSocket): ConnectionId {
    return this.#ids.get(socket) ?? (socket.deserializeAttachment() as Attachment).id;
  }

  heard(id: ConnectionId, now: number): void {
    const connection = this.#connections.get(id);
    if (connection) connection.heardAt = now;
  }

  /** Those who have pinged once (F6) and neither pinged nor said anything since `time`, in Unix ms. */
  silentSince(time: number, pingedAt: (socket: WebSocket) => Date | null): readonly ConnectionId[] {
    return [...this.#connections]
      .filter(([, { socket, heardAt }]) => {
        const pinged = pingedAt(socket)?.getTime();
        return pinged !== undefined && Math.max(pinged, heardAt) < time;
      })
      .map(([id]) => id);
  }

  /** Those who read too slowly for what they are told, or could not be sent it, each once. */
  takeSlow(): readonly ConnectionId[] {
    const slow = [...this.#slow];
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
    this.#attach(id, state);
    if (!state.seat || this.#joined.has(id) || !this.#connections.has(id)) return false;
    this.#joined.add(id);
    return true;
  }

  /** A socket that is closing or broken is left to its close event; the others are not to suffer from it. */
  send(id: ConnectionId, frames: readonly string[]): void {
    const socket = this.#connections.get(id)?.socket;
    if (!socket || this.#slow.has(id)) return;
    if (backlog(socket) > BACKLOG) {
      this.#slow.add(id);
      return;
    }
    try {
      for (const frame of frames) socket.send(frame);
    } catch (error) {
      if (socket.readyState !== WebSocket.OPEN) return;
      console.warn('A frame could not be sent:', error);
      // What it has missed it gets by resuming, or it would go on over a hole.
      this.#slow.add(id);
    }
  }

  /** It is to be closed: what is told from now on is not for it. */
  retire(id: ConnectionId): void {
    this.#attach(id, undefined);
    this.#joined.delete(id);
  }

  close(id: ConnectionId, code: number, reason: string): void {
    const socket = this.#connections.get(id)?.socket;
    this.forget(id);
    if (socket) closeSocket(socket, code, reason);
  }

  #register(id: ConnectionId, socket: WebSocket, dialect: DialectName): void {
    this.#connections.set(id, { socket, dialect, heardAt: 0 });
    this.#ids.set(socket, id);
  }

  #attach(id: ConnectionId, state: ConnectionState | undefined): void {
    const connection = this.#connections.get(id);
    if (!connection) return;
    const attachment: Attachment = { id, dialect: connection.dialect, ...(state && { state }) };
    connection.socket.serializeAttachment(attachment);
  }
}

/** Bytes sent and not read. Runtimes before 1.20261117 do not tell. */
function backlog(socket: WebSocket & { readonly bufferedAmount?: number }): number {
  return socket.bufferedAmount ?? 0;
}

/** A second close throws, and so do codes that stand for no Close frame: neither is worth a failure. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  try {
    socket.close(code, reason);
  } catch (error) {
    console.debug('A socket was closed already:', error);
  }
}
