import { connect, createServer, type Server, type Socket } from 'node:net';

/** One TCP connection through the proxy: both ways, each in order, however late. */
class Passage {
  readonly #client: Socket;
  readonly #server: Socket;
  #delay = 0;

  constructor(client: Socket, server: Socket) {
    this.#client = client;
    this.#server = server;
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      let queue = Promise.resolve();
      from.on('data', (chunk) => {
        const due = Date.now() + this.#delay;
        queue = queue.then(() => until(due)).then(() => void (to.destroyed || to.write(chunk)));
      });
      from.on('end', () => void queue.then(() => to.end()));
      from.on('close', () => void queue.then(() => to.destroy()));
      from.on('error', () => to.destroy());
    }
  }

  get isOver(): boolean {
    return this.#client.destroyed && this.#server.destroyed;
  }

  /** As a cable that is pulled: no farewell to either side. */
  cut(): void {
    this.#client.resetAndDestroy();
    this.#server.resetAndDestroy();
  }

  /** Nothing passes either way, and nobody is told. */
  stall(): void {
    this.#client.pause();
    this.#server.pause();
  }

  flow(): void {
    this.#client.resume();
    this.#server.resume();
    this.#delay = 0;
  }

  slow(ms: number): void {
    this.#delay = ms;
  }

  /** The client hears that the server will say no more; the server hears nothing. */
  halfClose(): void {
    this.#client.end();
  }
}

const until = (due: number) => {
  const wait = due - Date.now();
  return wait > 0 ? new Promise<void>((resolve) => setTimeout(resolve, wait)) : undefined;
};

/** A way to the server that harm can be done to. Loopback only. */
export class FaultProxy {
  readonly #listener: Server;
  #passages: Passage[] = [];

  private constructor(listener: Server) {
    this.#listener = listener;
  }

  static open(target: number): Promise<FaultProxy> {
    return new Promise((resolve, reject) => {
      const listener = createServer({ allowHalfOpen: true });
      const proxy = new FaultProxy(listener);
      listener.on('connection', (client) => {
        const server = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
        proxy.#passages.push(new Passage(client, server));
      });
      listener.once('error', reject);
      listener.listen(0, '127.0.0.1', () => resolve(proxy));
    });
  }

  get port(): number {
    const address = this.#listener.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** The connections that stand. */
  get passages(): readonly Passage[] {
    this.#passages = this.#passages.filter(({ isOver }) => !isOver);
    return this.#passages;
  }

  close(): void {
    for (const passage of this.passages) passage.cut();
    this.#listener.close();
  }
}
