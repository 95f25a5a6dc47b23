import type { Dialect } from '../dialect/dialect.ts';
import { type DialectName, dialects } from '../dialect/dialects.ts';
import type { Delivery } from '../room/delivery.ts';
import type { Directory } from '../room/directory.ts';
import type { ConnectionId, ConnectionState, Effect, Recipients } from '../room/effect.ts';

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
export class Connections {
  readonly #directory: Directory;
  readonly #connections = new Map<ConnectionId, Connection>();
  readonly #joined = new Set<ConnectionId>();
  readonly #slow = new Set<ConnectionId>();

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** After hibernation: takes a socket back; its state, or undefined where it has left or was never away. */
  restore(socket: WebSocket): ConnectionState | undefined {
    const { id, dialect, state }: Attachment = socket.deserializeAttachment();
    if (!state || this.#connections.has(id)) return undefined;
    this.#connections.set(id, { socket, dialect, heardAt: 0 });
    if (state.seat) this.#joined.add(id);
    return state;
  }

  add(id: ConnectionId, socket: WebSocket, dialect: DialectName): void {
    this.#connections.set(id, { socket, dialect, heardAt: 0 });
    this.#send(id, dialects[dialect].greeting);
  }

  dialectOf(id: ConnectionId): Dialect {
    return dialects[this.#connections.get(id)?.dialect ?? 'native'];
  }

  idOf(socket: WebSocket): ConnectionId {
    return (socket.deserializeAttachment() as Attachment).id;
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

  /** Those who read too slowly for what they are told, each once. What they miss they get by resuming. */
  takeSlow(): readonly ConnectionId[] {
    const slow = [...this.#slow];
    this.#slow.clear();
    return slow;
  }

  /** For a socket that is no more, or is not to be. */
  forget(id: ConnectionId): void {
    this.#attach(id, undefined);
    this.#connections.delete(id);
    this.#joined.delete(id);
  }

  /** Carries out what the room wants done, in order. */
  perform(effects: readonly Effect[]): void {
    for (const effect of effects) {
      switch (effect.do) {
        case 'keep':
          this.#keep(effect.connection, effect.state);
          break;
        case 'tell':
          this.#tell(effect.to, effect.message);
          break;
        case 'close':
          this.#close(effect.connection, effect.code, effect.reason);
          break;
      }
    }
  }

  #keep(id: ConnectionId, state: ConnectionState): void {
    this.#attach(id, state);
    if (state.seat) this.#joined.add(id);
  }

  #attach(id: ConnectionId, state: ConnectionState | undefined): void {
    const connection = this.#connections.get(id);
    if (!connection) return;
    const attachment: Attachment = { id, dialect: connection.dialect, ...(state && { state }) };
    connection.socket.serializeAttachment(attachment);
  }

  /** Each dialect puts it into words once, however many listen. */
  #tell(to: Recipients, message: Delivery): void {
    const words = new Map<Dialect, readonly string[]>();
    for (const id of this.#recipients(to)) {
      const dialect = this.dialectOf(id);
      const frames = words.get(dialect) ?? dialect.write(message, this.#directory);
      words.set(dialect, frames);
      this.#send(id, frames);
    }
  }

  #recipients(to: Recipients): Iterable<ConnectionId> {
    if (!('except' in to)) return to;
    return to.except.length === 0 ? this.#joined : this.#joined.difference(new Set(to.except));
  }

  /** A socket that is closing or broken is left to its close event; the others are not to suffer from it. */
  #send(id: ConnectionId, frames: readonly string[]): void {
    const socket = this.#connections.get(id)?.socket;
    if (socket?.readyState !== WebSocket.OPEN || this.#slow.has(id)) return;
    if (backlog(socket) > BACKLOG) {
      this.#slow.add(id);
      return;
    }
    try {
      for (const frame of frames) socket.send(frame);
    } catch (error) {
      console.warn('A frame could not be sent:', error);
    }
  }

  #close(id: ConnectionId, code: number, reason: string): void {
    const socket = this.#connections.get(id)?.socket;
    this.forget(id);
    if (socket) closeSocket(socket, code, reason);
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
