import {
  type Environment,
  RoomClient,
  type RoomClientOptions,
  type Socket,
} from '../../src/client/room-client.ts';
import type { DurableEvent, Message, Welcome } from '../../src/protocol/server-message.ts';
import { MemoryStorage } from '../support/memory-storage.ts';

/** Time that passes when it is told to, timers in their order. */
export class FakeClock {
  now = 1_000_000;
  #timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  #last = 0;

  setTimeout = (run: () => void, ms: number): number => {
    this.#timers.set(++this.#last, { at: this.now + ms, run });
    return this.#last;
  };

  /** Timers that are set and not rung. */
  get pending(): number {
    return this.#timers.size;
  }

  clearTimeout = (timer: unknown): void => {
    this.#timers.delete(timer as number);
  };

  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at);
      if (!next) break;
      this.#timers.delete(next[0]);
      this.now = Math.max(this.now, next[1].at);
      next[1].run();
    }
    this.now = end;
  }
}

/** The far end of one socket, in the hands of a test. */
export class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  onerror: Socket['onerror'] = null;
  readonly frames: string[] = [];
  readonly protocols: string[];
  closedWith: number | undefined;
  answersPings = false;

  constructor(protocols: string[]) {
    this.protocols = protocols;
  }

  send(frame: string): void {
    this.frames.push(frame);
    if (frame === 'ping' && this.answersPings) this.hears('pong');
  }

  close(code = 1005): void {
    this.closedWith ??= code;
  }

  opens(): void {
    this.onopen?.call(this as never, {} as Event);
  }

  hears(data: unknown): void {
    this.onmessage?.call(this as never, { data } as MessageEvent);
  }

  /** Several objects come as one frame. */
  says(...messages: object[]): void {
    this.hears(JSON.stringify(messages.length === 1 ? messages[0] : messages));
  }

  breaks(code = 1006, reason = ''): void {
    this.closedWith ??= code;
    this.onclose?.call(this as never, { code, reason } as CloseEvent);
  }

  /** The commands of each frame, of one type or of all; pings left out. */
  commands(type?: string): Record<string, unknown>[][] {
    return this.frames
      .filter((frame) => frame !== 'ping')
      .map((frame) => [JSON.parse(frame)].flat())
      .filter((commands) => type === undefined || commands[0].type === type);
  }

  get pings(): number {
    return this.frames.filter((frame) => frame === 'ping').length;
  }
}

export const ann = { id: 'ann', name: 'Ann' };
export const ben = { id: 'ben', name: 'Ben' };

/** Everything around clients of one room: the clock, the storage, the sockets that were opened, newest last. */
export class FakeRoom {
  readonly clock = new FakeClock();
  readonly storage = new MemoryStorage();
  readonly sockets: FakeSocket[] = [];
  random = 0.5;
  /** For tests in which much time passes. */
  answersPings = false;
  #ids = 0;

  readonly environment: Environment = {
    WebSocket: this.#socketClass(),
    now: () => this.clock.now,
    random: () => this.random,
    setTimeout: this.clock.setTimeout,
    clearTimeout: this.clock.clearTimeout,
    newId: () => `id-${++this.#ids}`,
  };

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('No socket was opened.');
    return socket;
  }

  client(options: Partial<RoomClientOptions> = {}): RoomClient {
    const { storage, environment } = this;
    return new RoomClient({ url: 'wss://parlor/socket', room: 'tea', storage, environment, ...options });
  }

  /** A client that is live, as Ann. */
  liveClient(welcome: Partial<Welcome> = {}, options: Partial<RoomClientOptions> = {}): RoomClient {
    const client = this.client(options);
    client.open();
    this.letsIn(welcome);
    return client;
  }

  letsIn(welcome: Partial<Welcome> = {}): void {
    this.socket.opens();
    this.socket.says({ ...plainWelcome, ...welcome });
  }

  /** The line breaks, and the client's next socket is there, not open yet. */
  breaks(code = 1006): void {
    const before = this.sockets.length;
    this.socket.breaks(code);
    while (this.sockets.length === before) this.clock.pass(100);
  }

  /** The line breaks, and the next socket is let in with a resume that brings `events`. */
  comesBack(events: readonly DurableEvent[] = [], head = events.at(-1)?.seq ?? 0): void {
    this.breaks();
    this.letsIn({ resumed: true, events, room: { ...plainWelcome.room, head } });
  }

  /** The sends of the newest socket, frame by frame, as ids. */
  get sentIds(): unknown[][] {
    return this.socket.commands('send').map((sends) => sends.map(({ id }) => id));
  }

  #socketClass(): Environment['WebSocket'] {
    const { sockets } = this;
    const isAwake = () => this.answersPings;
    return class extends FakeSocket {
      constructor(_url: string, protocols: string[]) {
        super(protocols);
        sockets.push(this);
        this.answersPings = isAwake();
      }
    };
  }
}

export const plainWelcome: Welcome = {
  type: 'welcome',
  self: { ...ann, role: 'member' },
  token: 'token-of-ann',
  room: { name: 'tea', log: 'log-1', head: 0 },
  count: 1,
  members: [ann],
  messages: [],
  more: false,
  resumed: false,
};

export const roomAt = (head: number, log = 'log-1') => ({ room: { name: 'tea', log, head } });

export function message(seq: number, more: Partial<Message> = {}): Message {
  return { type: 'message', seq, id: `m${seq}`, at: seq * 1_000, from: ben, text: `text ${seq}`, ...more };
}

/** Our own copy: the acknowledgement. */
export const own = (seq: number, id: string, more: Partial<Message> = {}) =>
  message(seq, { id, from: ann, ...more });

/** A refusal as it comes over the wire. */
export const error = (code: string, id: string, more: object = {}) => ({
  type: 'error',
  code,
  id,
  message: code,
  ...more,
});

/** What is not sent yet. */
export const texts = (client: RoomClient) => client.state.pending.map(({ text }) => text);
