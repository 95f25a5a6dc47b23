import { Alarm } from './alarm.ts';
import type { Environment } from './environment.ts';

const EVERY = 25_000;
const ANSWER_WITHIN = 10_000;
const ANSWER_SOON = 5_000;

/** F6: asks a silent line whether it is there. A dead one is found within 40 s. */
export class Heartbeat {
  readonly #ping: () => void;
  readonly #next: Alarm;
  readonly #deadline: Alarm;
  #hurried = false;

  constructor(environment: Environment, ping: () => void, onSilence: () => void) {
    this.#ping = ping;
    this.#next = new Alarm(environment, () => this.#ask(ANSWER_WITHIN));
    this.#deadline = new Alarm(environment, onSilence);
  }

  start(): void {
    this.stop();
    this.#next.set(EVERY);
  }

  stop(): void {
    this.#hurried = false;
    this.#next.cancel();
    this.#deadline.cancel();
  }

  pong(): void {
    if (this.#deadline.pending) this.start();
  }

  /** Asks at once and waits 5 s only. Asked again meanwhile, the first deadline stands. */
  hurry(): void {
    if (this.#hurried) return;
    this.#hurried = true;
    this.#next.cancel();
    this.#ask(ANSWER_SOON);
  }

  #ask(within: number): void {
    this.#deadline.set(within);
    this.#ping();
  }
}
