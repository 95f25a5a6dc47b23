import { ask } from './live-http.ts';

/** How long anything may take before a test has failed. */
const PATIENCE = 4_000;

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
  readonly frames: ClassicFrame[] = [];
  closedWith: number | undefined;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #heard = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      this.frames.push(JSON.parse(String(data)));
      for (const look of [...this.#waiting]) look();
    });
    socket.addEventListener('close', ({ code }) => {
      this.closedWith = code;
      for (const look of [...this.#waiting]) look();
    });
    socket.accept();
  }

  static async at(room: string): Promise<ClassicClient> {
    const { webSocket } = await ask(`/api/rooms/${room}/socket`, { headers: { Upgrade: 'websocket' } });
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
    return this.#until(`something like ${JSON.stringify(pattern)}`, () => {
      const at = this.frames.findIndex((frame, index) => index >= this.#heard && fits(frame, pattern));
      if (at >= 0) this.#heard = at + 1;
      return this.frames[at];
    });
  }

  /** The texts of all messages that came so far. */
  get texts(): (string | undefined)[] {
    return this.frames.filter(({ type }) => type === 'user').map(({ content }) => content);
  }

  isClosed(): Promise<number> {
    return this.#until('a close', () => this.closedWith);
  }

  #until<Found>(what: string, look: () => Found | undefined): Promise<Found> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        const found = look();
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(settle);
        resolve(found);
      };
      const timer = setTimeout(() => {
        reject(new Error(`Waited in vain for ${what}. What came:\n${JSON.stringify(this.frames)}`));
      }, PATIENCE);
      this.#waiting.add(settle);
      settle();
    });
  }
}

function fits(frame: ClassicFrame, pattern: Partial<ClassicFrame>): boolean {
  const fields = new Map(Object.entries(frame));
  return Object.entries(pattern).every(
    ([name, value]) => JSON.stringify(fields.get(name)) === JSON.stringify(value),
  );
}
