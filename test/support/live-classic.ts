import { ask } from './live-http.ts';
import { Inbox } from './live-inbox.ts';

/** A frame of the classic dialect. */
export interface ClassicFrame {
  type: string;
  content?: string;
  from?: string;
  user_list?: string[];
  private?: boolean;
  to?: string[];
}

/** A bare socket, as a page of ten lines has it (section 8). */
export class ClassicClient {
  readonly #socket: WebSocket;
  readonly #inbox = new Inbox<ClassicFrame>();
  #closedWith: number | undefined;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#inbox.take(String(data)));
    socket.addEventListener('close', ({ code }) => {
      this.#closedWith = code;
      this.#inbox.note(`closed: ${code}`);
    });
    socket.accept();
  }

  static async at(room: string, headers: Record<string, string> = {}): Promise<ClassicClient> {
    const { webSocket } = await ask(`/api/rooms/${room}/socket`, {
      headers: { Upgrade: 'websocket', ...headers },
    });
    if (!webSocket) throw new Error('No socket.');
    return new ClassicClient(webSocket);
  }

  static async loggedIn(room: string, name: string): Promise<ClassicClient> {
    const client = await ClassicClient.at(room);
    client.says({ type: 'login', content: name });
    await client.hears({ type: 'login' });
    return client;
  }

  says(frame: object | string): void {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  leaves(): void {
    this.#socket.close(1000);
  }

  /** The next frame that has these fields, after the one heard last. */
  hears(pattern: Partial<ClassicFrame>): Promise<ClassicFrame> {
    return this.#inbox.next(pattern);
  }

  /** All that has come so far. */
  get frames(): readonly ClassicFrame[] {
    return this.#inbox.messages;
  }

  /** The texts of all messages that came so far. */
  get texts(): (string | undefined)[] {
    return this.frames.filter(({ type }) => type === 'user').map(({ content }) => content);
  }

  isClosed(): Promise<number> {
    return this.#inbox.until('a close', () => this.#closedWith);
  }
}
