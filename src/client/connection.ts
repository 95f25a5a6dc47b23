import { closeCodes, mayReturn, type Refusal, refusal } from '../protocol/codes.ts';
import { PING, PONG, SUBPROTOCOL } from '../protocol/limits.ts';
import { Alarm } from './alarm.ts';
import { Backoff } from './backoff.ts';
import type { Environment, Socket } from './environment.ts';
import { Heartbeat } from './heartbeat.ts';
import { type LineEvent, type LineState, transitions } from './line-machine.ts';
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
 * The life of the line: one socket at a time, and what follows when it goes. Its owner, who can read frames, says when it
 * was welcomed or refused. Which event leads where stands in line-machine.ts; here, what is done on the way.
 */
export class Connection {
  readonly #url: string;
  readonly #owner: ConnectionOwner;
  readonly #environment: Environment;
  readonly #backoff: Backoff;
  readonly #heartbeat: Heartbeat;
  readonly #timer: Alarm;
  #state: LineState = 'idle';
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
    this.#on('open', () => this.#connect());
  }

  close(): void {
    this.#on('close', () => this.#rest({ state: 'idle' }));
  }

  wake(): void {
    if (this.#state === 'live') this.#heartbeat.hurry();
    this.#on('wake', () => this.#connect());
  }

  /** Whether the frame went out; only a live line takes any. */
  send(frame: string): boolean {
    if (this.#state !== 'live') return false;
    this.#socket?.send(frame);
    return true;
  }

  welcomed(): void {
    this.#on('welcomed', () => {
      this.#timer.set(STEADY_AFTER);
      this.#show({ state: 'live' });
    });
  }

  refuse(why: Refusal): void {
    this.#on('refused', () => this.#rest({ state: 'refused', why }));
  }

  /** The socket is of no more use: closed with `code`, or found dead. Where the room said why, it says how long to wait at least. */
  lose(code: number = NO_CLOSE_FRAME, reason = '', why?: Refusal): void {
    // The one command that can have been too large then is the join, and it is not sent again.
    if (code === closeCodes.tooLarge && this.#state === 'joining') this.refuse(refusal('too_large'));
    else if (mayReturn(code)) this.#on('lost', () => this.#wait(code, why));
    else this.#on('dismissed', () => this.#rest({ state: 'ended', code, reason }, code));
  }

  /** `enter` makes the new state true; it runs where the event means anything at present. */
  #on(event: LineEvent, enter: () => void): void {
    const next = transitions[this.#state][event];
    if (next === undefined) return;
    this.#state = next;
    enter();
  }

  #connect(): void {
    this.#timer.set(OPEN_WITHIN);
    this.#socket = this.#listen(new this.#environment.WebSocket(this.#url, [SUBPROTOCOL]));
    this.#show({ state: 'connecting' });
  }

  #join(): void {
    this.#timer.set(WELCOME_WITHIN);
    this.#heartbeat.start();
    this.#socket?.send(this.#owner.join());
  }

  #wait(closed: number, why: Refusal | undefined): void {
    const ms = (why?.retryAfter ?? 0) + this.#backoff.next();
    this.#drop();
    this.#timer.set(ms);
    const retryAt = this.#environment.now() + ms;
    this.#show({ state: 'waiting', retryAt, ...(why && { why }) }, closed);
  }

  /** No socket, and no next one by itself. */
  #rest(line: Line, closed?: number): void {
    this.#drop();
    this.#show(line, closed);
  }

  /** Told last, when all is in its new place: the owner may turn round and ask for something else at once. */
  #show(line: Line, closed?: number): void {
    this.#line = line;
    this.#owner.onLine(line, closed);
  }

  #timeIsUp(): void {
    if (this.#state === 'live') this.#backoff.reset();
    else if (this.#state === 'waiting') this.#on('waited', () => this.#connect());
    else this.lose();
  }

  #listen(socket: Socket): Socket {
    const whileCurrent = (run: () => void) => {
      if (socket === this.#socket) run();
    };
    socket.onopen = () => whileCurrent(() => this.#on('opened', () => this.#join()));
    socket.onmessage = ({ data }) => whileCurrent(() => this.#receive(data));
    socket.onclose = ({ code, reason }) => whileCurrent(() => this.lose(code, reason));
    // A close follows; without a listener some runtimes take the error for one that nobody handled.
    socket.onerror = () => {};
    return socket;
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
