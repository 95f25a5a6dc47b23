import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { RoomObject } from '../../src/durable/room-object.ts';
import type { ServerMessage, Welcome } from '../../src/protocol/server-message.ts';
import { upgrade } from './live-http.ts';
import { Inbox } from './live-inbox.ts';

/** A room of a test's own. */
export const aRoom = () => `room-${crypto.randomUUID()}`;

/** What a client says to join. */
export interface JoinFields {
  name?: string;
  token?: string;
  log?: string;
  after?: number;
  ownerKey?: string;
  password?: string;
  invitation?: string;
  turnstile?: string;
}

/** The headers of whoever comes from an address, as Cloudflare tells it to the Worker. */
export const from = (address: string) => ({ 'CF-Connecting-IP': address });

/** How a connection ended, as its client saw it. */
export interface Closing {
  code: number;
  reason: string;
}

type Of<Type> = Extract<ServerMessage, { type: Type }>;

/** A connection that has not joined. */
export async function connect(room: string, headers?: Record<string, string>): Promise<LiveClient> {
  const response = await upgrade(room, headers);
  if (!response.webSocket) throw new Error(`No socket: ${response.status} ${await response.text()}`);
  return new LiveClient(response.webSocket);
}

/** Somebody in a room, welcomed. */
export async function joinRoom(
  room: string,
  fields: JoinFields = {},
  headers?: Record<string, string>,
): Promise<LiveClient> {
  const client = await connect(room, headers);
  await client.joins(fields);
  return client;
}

/** The object of a room from within. Wakes it. */
export function within<Result>(
  room: string,
  look: (object: RoomObject, state: DurableObjectState) => Result | Promise<Result>,
): Promise<Result> {
  return runInDurableObject(env.ROOMS.getByName(room), look);
}

/** What hibernation does: the object's memory is gone, its sockets and its storage are kept. */
export const hibernate = (room: string) => evictDurableObject(env.ROOMS.getByName(room));

/** A live socket before a room, in the words of the domain. Whatever it waits for, it waits for as a thing. */
export class LiveClient {
  readonly #socket: WebSocket;
  readonly #inbox = new Inbox<ServerMessage>();
  #welcome: Welcome | undefined;
  #closing: Closing | undefined;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#inbox.take(String(data)));
    socket.addEventListener('close', ({ code, reason }) => {
      this.#closing = { code, reason };
      this.#inbox.note(`closed: ${code} ${reason}`);
    });
    socket.accept();
  }

  /** The newest answer to a join. */
  get welcome(): Welcome {
    if (!this.#welcome) throw new Error('This client has not joined.');
    return this.#welcome;
  }

  get id(): string {
    return this.welcome.self.id;
  }

  get name(): string {
    return this.welcome.self.name;
  }

  get token(): string {
    return this.welcome.token;
  }

  async joins(fields: JoinFields = {}): Promise<Welcome> {
    this.says({ type: 'join', ...fields });
    this.#welcome = await this.hears({ type: 'welcome' });
    return this.#welcome;
  }

  /** Asks to be let in, and is not: answers why. */
  async isRefused(fields: JoinFields = {}): Promise<Of<'error'>> {
    this.says({ type: 'join', ...fields });
    return this.hears({ type: 'error' });
  }

  /** Says a command and waits until it is carried out (F7). */
  async does(command: object): Promise<void> {
    const id = crypto.randomUUID();
    this.says({ ...command, id });
    await this.#inbox.until('an answer', () => this.heard('done').find((done) => done.id === id));
  }

  /** Sends a chat message, under an id of its own where none is given; tells the id. */
  sends(text: string, fields: { id?: string; replyTo?: number; to?: string[]; since?: number } = {}): string {
    const command = { type: 'send', id: crypto.randomUUID(), text, ...fields };
    this.says(command);
    return command.id;
  }

  /** Sends a chat message and waits until it is acknowledged (S1). */
  async posts(text: string, fields: Parameters<LiveClient['sends']>[1] = {}): Promise<Of<'message'>> {
    const id = this.sends(text, fields);
    return this.hears({ type: 'message', id });
  }

  /** One frame: an object, or an array of them. */
  says(frame: object): void {
    this.saysRaw(JSON.stringify(frame));
  }

  saysRaw(frame: string | ArrayBuffer): void {
    this.#socket.send(frame);
  }

  /** The next thing that looks like this, among what came after the thing heard last. */
  hears<Type extends ServerMessage['type']>(pattern: { type: Type } & Partial<Of<Type>>): Promise<Of<Type>> {
    return this.#inbox.next(pattern) as Promise<Of<Type>>;
  }

  /** A text frame outside of JSON. */
  async hearsFrame(frame: string): Promise<void> {
    await this.#inbox.until(`the frame ${frame}`, () => this.#inbox.frames.includes(frame) || undefined);
  }

  /** All frames that have come so far, as they came. */
  get everything(): readonly string[] {
    return this.#inbox.frames;
  }

  /** All that has come of one type so far. */
  heard<Type extends ServerMessage['type']>(type: Type): Of<Type>[] {
    return this.#inbox.messages.filter((message): message is Of<Type> => message.type === type);
  }

  /** Waits for an answer: what was sent to this connection before it has come by then. */
  async hasHeardAll(): Promise<void> {
    const id = `all-${crypto.randomUUID()}`;
    this.says({ type: 'page', id, limit: 1 });
    await this.#inbox.until('an answer', () => this.heard('page').find((page) => page.id === id));
  }

  /** Ends the connection from this side. */
  leaves(code?: number, reason?: string): void {
    this.#socket.close(code, reason);
  }

  /** Waits for the end of the connection, whoever ends it. */
  isClosed(): Promise<Closing> {
    return this.#inbox.until('a close', () => this.#closing);
  }
}
