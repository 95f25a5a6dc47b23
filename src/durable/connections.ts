import { encode } from '../protocol/codec.ts';
import type { ServerMessage } from '../protocol/server-message.ts';
import type { ConnectionId, ConnectionState, Effect, Recipients } from '../room/effect.ts';

/** What rides on a hibernating socket (16 KiB at most). */
interface Attachment {
  readonly id: ConnectionId;
  /** Absent once the room knows that it has left, so that no later event makes it leave twice. */
  readonly state?: ConnectionState;
}

/** The sockets of a room by the ids that the room knows them by. The one place that sends. */
export class Connections {
  readonly #sockets = new Map<ConnectionId, WebSocket>();
  readonly #joined = new Set<ConnectionId>();

  /** After hibernation: takes a socket back; its state, or undefined where it has left or was never away. */
  restore(socket: WebSocket): ConnectionState | undefined {
    const { id, state }: Attachment = socket.deserializeAttachment();
    if (!state || this.#sockets.has(id)) return undefined;
    this.#sockets.set(id, socket);
    if (state.seat) this.#joined.add(id);
    return state;
  }

  add(id: ConnectionId, socket: WebSocket): void {
    this.#sockets.set(id, socket);
  }

  idOf(socket: WebSocket): ConnectionId {
    return (socket.deserializeAttachment() as Attachment).id;
  }

  /** For a socket that is no more, or is not to be. */
  forget(id: ConnectionId): void {
    const left: Attachment = { id };
    this.#sockets.get(id)?.serializeAttachment(left);
    this.#sockets.delete(id);
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
    const attachment: Attachment = { id, state };
    this.#sockets.get(id)?.serializeAttachment(attachment);
    if (state.seat) this.#joined.add(id);
  }

  #tell(to: Recipients, message: ServerMessage): void {
    const frame = encode(message);
    if ('except' in to) {
      for (const id of this.#joined) if (!to.except.includes(id)) this.#send(id, frame);
    } else {
      for (const id of to) this.#send(id, frame);
    }
  }

  /** A socket that is closing or broken is left to its close event; the others are not to suffer from it. */
  #send(id: ConnectionId, frame: string): void {
    const socket = this.#sockets.get(id);
    if (socket?.readyState !== WebSocket.OPEN) return;
    try {
      socket.send(frame);
    } catch (error) {
      console.warn('A frame could not be sent:', error);
    }
  }

  #close(id: ConnectionId, code: number, reason: string): void {
    const socket = this.#sockets.get(id);
    this.forget(id);
    if (socket) closeSocket(socket, code, reason);
  }
}

/** A second close throws, and so do codes that stand for no Close frame: neither is worth a failure. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  try {
    socket.close(code, reason);
  } catch (error) {
    console.debug('A socket was closed already:', error);
  }
}
