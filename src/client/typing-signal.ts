import type { ClientMessageOf } from '../protocol/client-message.ts';
import { Alarm } from './alarm.ts';
import type { Environment } from './environment.ts';

const EVERY = 3_000;

/** P2: tells that one is writing, again every 3 s at most while one goes on, and that one has stopped only where that is news. */
export class TypingSignal {
  readonly #send: (frame: string) => boolean;
  readonly #rest: Alarm;
  #told = false;

  constructor(environment: Environment, send: (frame: string) => boolean) {
    this.#send = send;
    this.#rest = new Alarm(environment, () => {});
  }

  set(on: boolean): void {
    if (on ? this.#rest.pending : !this.#told) return;
    const command: ClientMessageOf<'typing'> = { type: 'typing', on };
    if (!this.#send(JSON.stringify(command))) return;
    this.#told = on;
    if (on) this.#rest.set(EVERY);
    else this.#rest.cancel();
  }

  /** The others know that one has stopped: a message came, or the line went. */
  over(): void {
    this.#told = false;
  }
}
