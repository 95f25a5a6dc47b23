import type { ClientMessageOf } from '../protocol/client-message.ts';
import { closeCodes } from '../protocol/codes.ts';
import { PROTOCOL } from '../protocol/limits.ts';
import type { ErrorMessage, ServerMessage, Welcome } from '../protocol/server-message.ts';
import { Connection, type ConnectionOwner } from './connection.ts';
import { Cursor } from './cursor.ts';
import { type Environment, environmentWith } from './environment.ts';
import { readFrame } from './frames.ts';
import { Inheritance } from './inheritance.ts';
import type { Keys, RoomClientOptions } from './options.ts';
import { Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { OutboxFiles } from './outbox-files.ts';
import { Reader } from './reader.ts';
import { Requests } from './requests.ts';
import { type Postman, Sender } from './sender.ts';
import { type Line, NOTHING_YET, type RoomState } from './state.ts';
import { Store } from './store.ts';
import { tell } from './tell.ts';
import { TypingSignal } from './typing-signal.ts';
import { Typists } from './typists.ts';

/** Behind a RoomClient: its parts, and the way from the line to each of them and back. */
export class Exchange implements ConnectionOwner, Postman {
  readonly environment: Environment;
  readonly store: Store<RoomState>;
  readonly cursor = new Cursor();
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly sender: Sender;
  readonly requests: Requests;
  readonly typingSignal: TypingSignal;
  /** Shown at a join; once let in, one is remembered (H5), and only what makes the owner is shown again. */
  keys: Keys;
  readonly #options: RoomClientOptions;
  readonly #typists: Typists;
  readonly #reader: Reader;
  readonly #inheritance: Inheritance | undefined;
  #token: string | undefined;

  constructor(options: RoomClientOptions) {
    const environment = environmentWith(options.environment);
    const send = (frame: string) => this.send(frame);
    this.environment = environment;
    this.#options = options;
    this.#token = options.token;
    const { ownerKey, password, invitation } = options;
    this.keys = { ownerKey, password, invitation };
    const files = new OutboxFiles(options.storage, options.room, options.tabs?.self);
    this.outbox = new Outbox(files);
    this.store = new Store<RoomState>({ ...NOTHING_YET, pending: this.outbox.entries });
    this.connection = new Connection(options.url, this, environment);
    this.sender = new Sender(this.outbox, this, environment);
    this.requests = new Requests(environment, send);
    this.typingSignal = new TypingSignal(environment, send);
    this.#typists = new Typists(environment, (typing) => this.store.set({ typing }));
    this.#reader = new Reader({
      store: this.store,
      cursor: this.cursor,
      sender: this.sender,
      requests: this.requests,
      typists: this.#typists,
    });
    const take = (left: readonly OutboxEntry[]) => this.act(() => this.outbox.inherit(left));
    if (options.tabs) this.#inheritance = new Inheritance(files, options.tabs, take);
  }

  /** Around everything that may change something: what then can be sent is sent, and listeners are told once. */
  act(run: () => void): void {
    this.store.batch(() => {
      run();
      this.sender.pump();
      this.store.set({ pending: this.outbox.entries });
    });
  }

  isLive(): boolean {
    return this.connection.line.state === 'live';
  }

  send(frame: string): boolean {
    return this.connection.send(frame);
  }

  onRested(): void {
    this.act(() => {});
  }

  onSilence(): void {
    this.connection.lose();
  }

  /** J1, R1. */
  join(): string {
    const { name } = this.#options;
    const { log, seq } = this.cursor.position;
    const command: ClientMessageOf<'join'> = {
      type: 'join',
      name: this.store.state.self?.name ?? name,
      token: this.#token,
      ...(log !== undefined && { log, after: seq }),
      ...this.keys,
      protocol: PROTOCOL,
    };
    return JSON.stringify(command);
  }

  onFrame(frame: string): void {
    this.act(() => {
      for (const message of readFrame(frame)) this.#receive(message);
    });
  }

  onLine(line: Line, closed?: number): void {
    this.store.batch(() => {
      this.store.set({ line });
      if (this.#inheritance) this.#inheritance.isActive = line.state === 'live';
      if (line.state === 'live' || line.state === 'connecting') return;
      this.sender.stop(closed);
      this.store.set({ pending: this.outbox.entries });
      this.requests.breakOff();
      this.typingSignal.over();
      this.#typists.allStopped();
    });
  }

  /** By the state of the line: of a frame that ended it, the rest means nothing any more. */
  #receive(message: ServerMessage): void {
    if (this.connection.line.state === 'connecting') {
      if (message.type === 'welcome') this.#letIn(message);
      if (message.type === 'error') this.#notLetIn(message);
    } else if (this.isLive()) {
      if (message.type === 'error') this.#refused(message);
      else this.#reader.take(message);
    }
  }

  #letIn(welcome: Welcome): void {
    this.#token = welcome.token;
    this.keys = { ownerKey: this.keys.ownerKey };
    this.outbox.belongsTo(welcome.self.id);
    this.#reader.welcome(welcome);
    this.connection.welcomed();
    if (this.#options.onToken) tell(this.#options.onToken, welcome.token);
  }

  #notLetIn({ type, ...why }: ErrorMessage): void {
    const mayPass = why.code === 'rate_limited' || why.code === 'internal';
    // The close that follows is the same news, and final.
    if (why.code === 'outdated') this.connection.lose(closeCodes.outdated, why.message);
    else if (mayPass) this.connection.lose(undefined, '', why);
    else this.connection.refuse(why);
  }

  #refused({ type, ...why }: ErrorMessage): void {
    // F4: the close that follows is the same news.
    if (why.code === 'too_large' && why.id === undefined) this.connection.lose(closeCodes.tooLarge);
    else if (!this.sender.refused(why)) this.requests.refused(why);
  }
}
