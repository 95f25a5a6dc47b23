import { closeCodes, mayReturn, type Refusal, refusal } from '../protocol/codes.ts';
import { PING, PONG, SUBPROTOCOL } from '../protocol/limits.ts';
import { Alarm } from './alarm.ts';
import { Backoff } from './backoff.ts';
import type { Environment, Socket } from './environment.ts';
import { Heartbeat } from './heartbeat.ts';
import type { Line } from './state.ts';

const OPEN_WITHIN = 10_000;
const WELCOME_WITHIN = 10_000;
/** A line that has been live for so long has earned a quick first retry. */
const STEADY_AFTER = 5_000;
const NO_CLOSE_FRAME = 1006;

export interface ConnectionOwner {
  /** The frame that asks to be let in (J1). */
  join(): string;
  onFrame(frame: string): void;
  /** `closed` is the close code where a socket was lost. */
  onLine(line: Line, closed?: number): void;
}

/**
 * The life of the line: one socket at a time, and what follows when it goes (PROTOCOL.md section 6).
 * Its owner, who can read frames, says when it was welcomed or refused.
 */
export class Connection {
  readonly #url: string;
  readonly #owner: ConnectionOwner;
  readonly #environment: Environment;
  readonly #backoff: Backoff;
  readonly #heartbeat: Heartbeat;
  readonly #timer: Alarm;
  #line: Line = { state: 'idle' };
  #socket: Socket | undefined;

  constructor(url: string, owner: ConnectionOwner, environment: Environment) {
    this.#url = url;
    this.#owner = owner;
    this.#environment = environment;
    this.#backoff = new Backoff(environment.random);
    this.#timer = new Alarm(environment, () => this.#timeIsUp());
    this.#heartbeat = new Heartbeat(
      environment,
      () => this.#socket?.send(PING),
      () => this.lose(),
    );
  }

  get line(): Line {
    return this.#line;
  }

  open(): void {
    if (this.#socket === undefined) this.#connect();
  }

  close(): void {
    this.#drop();
    this.#enter({ state: 'idle' });
  }

  wake(): void {
    if (this.#line.state === 'waiting') this.#connect();
    if (this.#line.state === 'live') this.#heartbeat.hurry();
  }

  /** Whether the frame went out; only a live line takes any. */
  send(frame: string): boolean {
    if (this.#line.state !== 'live') return false;
    this.#socket?.send(frame);
    return true;
  }

  welcomed(): void {
    this.#timer.set(STEADY_AFTER);
    this.#enter({ state: 'live' });
  }

  refuse(why: Refusal): void {
    this.#drop();
    this.#enter({ state: 'refused', why });
  }

  /** The socket is of no more use: closed with `code`, or found dead. The next waits at least `atLeast` ms. */
  lose(code: number = NO_CLOSE_FRAME, reason = '', atLeast = 0): void {
    const wasJoining = this.#line.state === 'connecting';
    this.#drop();
    // The one command that can have been too large then is the join, and it is not sent again.
    if (code === closeCodes.tooLarge && wasJoining) this.refuse(refusal('too_large'));
    else if (mayReturn(code)) this.#wait(atLeast + this.#backoff.next(), code);
    else this.#enter({ state: 'ended', code, reason }, code);
  }

  #wait(ms: number, closed: number): void {
    this.#timer.set(ms);
    this.#enter({ state: 'waiting', retryAt: this.#environment.now() + ms }, closed);
  }

  /** Told last, when all is in its new place: the owner may turn round and ask for something else at once. */
  #enter(line: Line, closed?: number): void {
    this.#line = line;
    this.#owner.onLine(line, closed);
  }

  #timeIsUp(): void {
    if (this.#line.state === 'connecting') this.lose();
    else if (this.#line.state === 'waiting') this.#connect();
    else if (this.#line.state === 'live') this.#backoff.reset();
  }

  #connect(): void {
    this.#timer.set(OPEN_WITHIN);
    this.#socket = this.#listen(new this.#environment.WebSocket(this.#url, [SUBPROTOCOL]));
    this.#enter({ state: 'connecting' });
  }

  #listen(socket: Socket): Socket {
    const whileCurrent = (run: () => void) => {
      if (socket === this.#socket) run();
    };
    socket.onopen = () => whileCurrent(() => this.#joinOver(socket));
    socket.onmessage = ({ data }) => whileCurrent(() => this.#receive(data));
    socket.onclose = ({ code, reason }) => whileCurrent(() => this.lose(code, reason));
    // A close follows; without a listener some runtimes take the error for one that nobody handled.
    socket.onerror = () => {};
    return socket;
  }

  #joinOver(socket: Socket): void {
    this.#timer.set(WELCOME_WITHIN);
    this.#heartbeat.start();
    socket.send(this.#owner.join());
  }

  #receive(data: unknown): void {
    if (data === PONG) this.#heartbeat.pong();
    else if (typeof data === 'string') this.#owner.onFrame(data);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#timer.cancel();
    this.#heartbeat.stop();
    socket?.close(closeCodes.done);
  }
}
