import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Tongue } from '../peers/tongue.ts';
import { clientFrame, FrameReader, headerLength, opcode } from './frames.ts';

/** One for all sockets: a read is dealt with before the next one is made. */
const shared = Buffer.allocUnsafeSlow(256 * 1024);
const HEAD_END = '\r\n\r\n';

/** What a client hands on: the payload of each text frame after its welcome, valid until the call returns. */
export type OnPayload = (payload: Buffer) => void;

/**
 * A WebSocket on the loopback that does what the load needs and no more: no compression, no fragments of its own, no
 * string made of what comes in once it has been welcomed.
 */
export class Client {
  /** Bytes that came out of the socket, the frames' headers included. */
  bytesIn = 0;
  /** Bytes of the frames up to the welcome, it included. */
  joinBytes = 0;
  onPayload: OnPayload = () => {};
  /** Why the connection ended after the welcome, if it did. */
  broken: unknown;
  readonly #name: string;
  readonly #tongue: Tongue;
  readonly #socket: Socket;
  readonly #reader = new FrameReader((kind, payload) => this.#frame(kind, payload));
  readonly #welcomed = Promise.withResolvers<void>();
  #head = '';
  #isOpen = false;
  #isIn = false;
  #isClosing = false;
  #waiting: Buffer[] = [];

  private constructor(port: number, room: string, name: string, tongue: Tongue) {
    this.#name = name;
    this.#tongue = tongue;
    const onread = { buffer: shared, callback: (length: number) => this.#read(shared.subarray(0, length)) };
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
    this.#socket.once('connect', () => this.#socket.write(upgrade(tongue, room, name)));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error(`The server ended a connection. ${this.#head}`)));
  }

  /** Connected and welcomed by the room. */
  static async join(port: number, room: string, name: string, tongue: Tongue): Promise<Client> {
    const client = new Client(port, room, name, tongue);
    await client.#welcomed.promise;
    return client;
  }

  /** Queues a frame; `flush` writes. */
  say(text: string): void {
    this.#waiting.push(clientFrame(opcode.text, Buffer.from(text)));
  }

  /** Writes all that waits at once, as a kernel would join it that is written in one go. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const [only] = this.#waiting;
    this.#socket.write(this.#waiting.length === 1 && only ? only : Buffer.concat(this.#waiting));
    this.#waiting = [];
  }

  leave(): void {
    this.#isClosing = true;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): boolean {
    try {
      if (this.#isOpen) {
        this.bytesIn += chunk.length;
        this.#reader.push(chunk);
      } else this.#readHead(chunk);
    } catch (error) {
      this.#fail(error);
    }
    return true;
  }

  #readHead(chunk: Buffer): void {
    this.#head += chunk.toString('latin1');
    const end = this.#head.indexOf(HEAD_END);
    if (end === -1) return;
    if (!this.#head.startsWith('HTTP/1.1 101')) throw new Error(`No upgrade: ${this.#head}`);
    const rest = Buffer.from(this.#head.slice(end + HEAD_END.length), 'latin1');
    this.#head = '';
    this.#isOpen = true;
    this.#answer(this.#tongue.greeting?.(this.#name));
    if (rest.length > 0) this.#read(rest);
  }

  #frame(kind: number, payload: Buffer): void {
    if (kind === opcode.ping) {
      this.#socket.write(clientFrame(opcode.pong, payload));
    } else if (kind === opcode.close) {
      throw new Error(
        `The server closed: ${payload.length > 1 ? payload.readUInt16BE(0) : ''} ${payload.subarray(2)}`,
      );
    } else if (this.#isIn) {
      this.onPayload(payload);
    } else {
      this.joinBytes += payload.length + headerLength(payload.length);
      this.#enter(payload.toString());
    }
  }

  #enter(text: string): void {
    if (this.#tongue.isWelcome(text)) {
      this.#isIn = true;
      this.#welcomed.resolve();
    } else this.#answer(this.#tongue.answer?.(text));
  }

  /** To what is no message: a server's own question whether one is there. */
  heed(payload: Buffer): void {
    if (this.#tongue.answer && payload.length < 64) this.#answer(this.#tongue.answer(payload.toString()));
  }

  #answer(text: string | undefined): void {
    if (text === undefined) return;
    this.say(text);
    this.flush();
  }

  #fail(error: unknown): void {
    if (this.#isClosing) return;
    this.broken ??= error;
    this.#welcomed.reject(error);
    this.leave();
  }
}

function upgrade({ path, subprotocol }: Tongue, room: string, name: string): string {
  return [
    `GET ${path(room, name)} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(subprotocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${subprotocol}`]),
    '',
    '',
  ].join('\r\n');
}
