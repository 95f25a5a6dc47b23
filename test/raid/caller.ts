import WebSocket from 'ws';
import { SUBPROTOCOL } from '../../src/protocol/limits.ts';
import type { ErrorMessage, ServerMessage, Welcome } from '../../src/protocol/server-message.ts';

/** How long an answer may take on a machine that is being raided. */
const PATIENCE = 100_000;

export interface Calling {
  /** As Cloudflare would tell it: on the loopback whoever calls may say where they come from. */
  readonly address: string;
  readonly isClassic?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Told of everything that is heard. */
  readonly onFrame?: (frame: string) => void;
}

/** A socket to a room that says whatever it likes. */
export class Caller {
  readonly messages: ServerMessage[] = [];
  readonly frames: string[] = [];
  closedWith: number | undefined;
  /** Where there is no socket: the status of the answer. */
  status = 101;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();

  private constructor(url: string, { address, isClassic, headers, onFrame }: Calling) {
    const protocols = isClassic ? [] : [SUBPROTOCOL];
    this.#socket = new WebSocket(url, protocols, { headers: { 'CF-Connecting-IP': address, ...headers } });
    this.#socket.on('message', (data) => {
      const frame = String(data);
      onFrame?.(frame);
      this.frames.push(frame);
      if (/^[{[]/.test(frame)) this.messages.push(...[JSON.parse(frame)].flat());
      this.#look();
    });
    this.#socket.on('close', (code) => {
      this.closedWith = code;
      this.#look();
    });
    this.#socket.on('error', () => {});
    this.#socket.on('unexpected-response', (_, { statusCode = 0 }) => {
      this.status = statusCode;
      this.closedWith = 1006;
      this.#socket.terminate();
      this.#look();
    });
  }

  /** Resolves when the socket is open, or there is none. */
  static async call(port: number, room: string, calling: Calling): Promise<Caller> {
    const caller = new Caller(`ws://127.0.0.1:${port}/api/rooms/${room}/socket`, calling);
    caller.#socket.on('open', () => caller.#look());
    await caller.until(() => caller.#socket.readyState === WebSocket.OPEN || undefined);
    return caller;
  }

  says(frame: object | string): void {
    this.saysRaw(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  saysRaw(frame: string | Buffer): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(frame);
  }

  /** The answer to a join, or undefined where the connection is not let in. */
  async joins(fields: object = {}): Promise<Welcome | ErrorMessage | undefined> {
    const before = this.messages.length;
    this.says({ type: 'join', ...fields });
    return this.until(() => this.messages.slice(before).find(isAnswerToJoin));
  }

  /** What a command is answered: `done`, or the code of the error. */
  async asks(command: object): Promise<string | undefined> {
    const id = crypto.randomUUID();
    this.says({ ...command, id });
    const answer = await this.until(() =>
      this.messages.find((message) => 'id' in message && message.id === id),
    );
    return answer?.type === 'error' ? answer.code : answer?.type;
  }

  /** What `look` finds; undefined where the connection ends, or nothing comes. */
  until<Found>(look: () => Found | undefined): Promise<Found | undefined> {
    return new Promise((resolve) => {
      const settle = (isLate = false) => {
        const found = look();
        if (found === undefined && this.closedWith === undefined && !isLate) return;
        clearTimeout(timer);
        this.#waiting.delete(settle);
        resolve(found);
      };
      const timer = setTimeout(() => settle(true), PATIENCE);
      this.#waiting.add(settle);
      settle();
    });
  }

  async isClosed(): Promise<number | undefined> {
    return this.until(() => this.closedWith);
  }

  leaves(): void {
    this.#socket.close(1000);
  }

  #look(): void {
    for (const settle of [...this.#waiting]) settle();
  }
}

const isAnswerToJoin = (message: ServerMessage): message is Welcome | ErrorMessage =>
  message.type === 'welcome' || message.type === 'error';
