import { env } from 'cloudflare:workers';
import { type DialectName, dialects } from '../../src/dialect/dialects.ts';
import { ClassicClient } from './live-classic.ts';
import { type JoinFields, LiveClient } from './live-client.ts';
import { ask } from './live-http.ts';

type Callable = Record<string, (...parameters: unknown[]) => unknown>;

const objects = {
  RoomObject: (room: string) => env.ROOMS.getByName(room),
  DirectoryObject: () => env.DIRECTORY.getByName('directory'),
  KeyringObject: () => env.KEYRING.getByName('keyring'),
};

/** A native client all of whose commands are noted. */
class NotedClient extends LiveClient {
  readonly #note: (type: string) => void;

  constructor(socket: WebSocket, note: (type: string) => void) {
    super(socket);
    this.#note = note;
  }

  override says(frame: object): void {
    for (const { type } of [frame].flat() as { type: string }[]) this.#note(type);
    super.says(frame);
  }
}

/** Somebody who looks at a room: all that came before these eyes, and by which parts of the code. */
export class Eyes {
  readonly room: string;
  /** Frames, bodies, headers and close reasons, as they came. */
  readonly seen: string[] = [];
  readonly #places = new Set<string>();
  readonly #natives: LiveClient[] = [];
  readonly #classics: ClassicClient[] = [];

  constructor(room: string) {
    this.room = room;
  }

  /** Where these eyes have been, as `command send`, `message welcome`, `dialect native`, `route …`, `rpc …`. */
  get places(): ReadonlySet<string> {
    return this.#places;
  }

  /** A native connection that has not joined. */
  async opens(): Promise<LiveClient> {
    const client = new NotedClient(await this.#socket('native'), (type) => this.#goes(`command ${type}`));
    this.#natives.push(client);
    return client;
  }

  async joins(fields: JoinFields = {}): Promise<LiveClient> {
    const client = await this.opens();
    await client.joins(fields);
    return client;
  }

  async opensClassic(): Promise<ClassicClient> {
    const client = new ClassicClient(await this.#socket('classic'));
    this.#classics.push(client);
    return client;
  }

  async logsIn(name: string): Promise<ClassicClient> {
    const client = await this.opensClassic();
    client.says({ type: 'login', content: name });
    await client.hears({ type: 'login' });
    return client;
  }

  /** Asks a route as the Worker's app names it; `method` where it takes any. */
  async asks(route: string, query = '', init: RequestInit = {}): Promise<Response> {
    const [method = '', path = ''] = route.split(' ');
    const filled = path.replace(':room', this.room).replace('*', this.room);
    const response = await ask(filled + query, { method: method === 'ALL' ? 'PUT' : method, ...init });
    this.#goes(`route ${route}`);
    this.seen.push(JSON.stringify([...response.headers]), await response.clone().text());
    return response;
  }

  /** Calls an object as the Worker could. */
  async calls(object: keyof typeof objects, method: string, ...parameters: unknown[]): Promise<unknown> {
    const stub = objects[object](this.room) as unknown as Callable;
    const result = await stub[method]?.(...parameters);
    this.#goes(`rpc ${object}.${method}`);
    this.seen.push(JSON.stringify(result) ?? '');
    return result;
  }

  /** Waits until all that was sent to these eyes before has come. */
  async haveSeenAll(): Promise<void> {
    for (const client of this.#natives) await client.hasHeardAll();
    for (const client of this.#classics) await hasHeardAll(client);
  }

  async #socket(dialect: DialectName): Promise<WebSocket> {
    const { subprotocol }: { subprotocol?: string } = dialects[dialect];
    const offer = subprotocol === undefined ? {} : { 'Sec-WebSocket-Protocol': subprotocol };
    const { webSocket } = await ask(`/api/rooms/${this.room}/socket`, {
      headers: { Upgrade: 'websocket', ...offer },
    });
    if (!webSocket) throw new Error('No socket.');
    this.#goes(`dialect ${dialect}`);
    this.#goes('route GET /api/rooms/:room/socket');
    webSocket.addEventListener('message', ({ data }) => this.#takes(String(data), dialect));
    webSocket.addEventListener('close', ({ code, reason }) => {
      this.seen.push(`${code} ${reason}`);
    });
    return webSocket;
  }

  #takes(frame: string, dialect: DialectName): void {
    this.seen.push(frame);
    if (dialect !== 'native' || !/^[{[]/.test(frame)) return;
    for (const { type } of [JSON.parse(frame)].flat()) this.#goes(`message ${type}`);
  }

  #goes(place: string): void {
    this.#places.add(place);
  }
}

/** A word that no dialect knows is answered, and answers keep their order. */
async function hasHeardAll(client: ClassicClient): Promise<void> {
  client.says({ type: 'no word' });
  await client.hears({ type: 'error' });
}
