import type { Dialect } from '../dialect/dialect.ts';
import { type DialectName, dialects } from '../dialect/dialects.ts';
import type { ConnectionId, ConnectionState } from '../room/effect.ts';
import type { Listener } from './outbox.ts';

/** What rides on a hibernating socket (16 KiB at most). */
interface Attachment {
  readonly id: ConnectionId;
  readonly dialect: DialectName;
  /** Unix ms of a frame, the last one or one at most SAVED_EVERY before it. */
  readonly heardAt: number;
  /** Absent once the room knows that it has left, so that no later event makes it leave twice. */
  readonly state?: ConnectionState;
}

/** Nobody but `Connection` writes it; a socket of which the room never heard has none. */
export function attachmentOf(socket: WebSocket): Attachment | null {
  return socket.deserializeAttachment();
}

/** ms: how often at most it is written down that somebody said something. */
const SAVED_EVERY = 1_000;

/** Bytes that may wait for a reader: more, and its memory is the room's no longer. */
const BACKLOG = 1_048_576;

/** One socket. The one place that sends. */
export class Connection implements Listener {
  readonly id: ConnectionId;
  readonly socket: WebSocket;
  readonly dialect: Dialect;
  /** Unix ms of the last frame, or a little later. */
  #heardAt = 0;
  #savedAt = 0;
  #state: ConnectionState | undefined;
  /** It reads too slowly for what it is told, or could not be sent it: what it has missed it gets by resuming. */
  #isCutOff = false;
  readonly #name: DialectName;
  readonly #cutOff: (connection: Connection) => void;

  /** `cutOff` is told once when it is to be. */
  constructor(
    id: ConnectionId,
    socket: WebSocket,
    dialect: DialectName,
    cutOff: (connection: Connection) => void,
  ) {
    this.id = id;
    this.socket = socket;
    this.dialect = dialects[dialect];
    this.#name = dialect;
    this.#cutOff = cutOff;
  }

  /** A socket that is closing or broken is left to its close event; the others are not to suffer from it. */
  send(frames: readonly string[]): void {
    if (this.#isCutOff) return;
    if (backlog(this.socket) > BACKLOG) {
      this.#end();
      return;
    }
    try {
      for (const frame of frames) this.socket.send(frame);
    } catch (error) {
      if (this.socket.readyState !== WebSocket.OPEN) return;
      console.warn('A frame could not be sent:', error);
      this.#end();
    }
  }

  /** What is to outlive hibernation. */
  keep(state: ConnectionState | undefined): void {
    this.#state = state;
    this.#save();
  }

  /** After hibernation: what rode on the socket. Of when it was last heard no more is known than that it was no later. */
  restore({ heardAt, state }: Attachment): void {
    this.#state = state;
    this.#savedAt = heardAt;
    this.#heardAt = heardAt && heardAt + SAVED_EVERY;
  }

  get heardAt(): number {
    return this.#heardAt;
  }

  heard(now: number): void {
    this.#heardAt = now;
    if (this.#state && now - this.#savedAt >= SAVED_EVERY) this.#save();
  }

  #save(): void {
    this.#savedAt = this.#heardAt;
    this.socket.serializeAttachment({
      id: this.id,
      dialect: this.#name,
      heardAt: this.#heardAt,
      ...(this.#state && { state: this.#state }),
    } satisfies Attachment);
  }

  /** Or it would go on over a hole. */
  #end(): void {
    this.#isCutOff = true;
    this.#cutOff(this);
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
