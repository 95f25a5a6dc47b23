import type { ClientMessage } from '../protocol/client-message.ts';
import { type Refusal, refusal } from '../protocol/codes.ts';
import type { ServerMessage } from '../protocol/server-message.ts';
import { Alarm } from './alarm.ts';
import type { Environment } from './environment.ts';
import { RefusedError } from './refused-error.ts';

const ANSWER_WITHIN = 15_000;

/** Something asked of the room, and how to know an answer that carries no id: the event that shows it done. */
export interface Asking {
  readonly command: ClientMessage;
  shows(message: ServerMessage): boolean;
  /** Told of the answer before anything that came behind it is taken. */
  take?(answer: ServerMessage): void;
}

interface Request {
  readonly asking: Asking;
  readonly deadline: Alarm;
  resolve(answer: ServerMessage): void;
  reject(why: RefusedError): void;
}

/** F7: what was asked and not answered yet, in the order in which it was asked. */
export class Requests {
  readonly #environment: Environment;
  readonly #send: (frame: string) => boolean;
  readonly #open = new Map<string, Request>();

  constructor(environment: Environment, send: (frame: string) => boolean) {
    this.#environment = environment;
    this.#send = send;
  }

  /** Rejects with a RefusedError: the room's, or `internal` where no answer can come. */
  ask(asking: Asking): Promise<ServerMessage> {
    const id = this.#environment.newId();
    if (!this.#send(JSON.stringify({ ...asking.command, id }))) return Promise.reject(lineDown());
    return new Promise((resolve, reject) => {
      const deadline = new Alarm(this.#environment, () => this.#take(id)?.reject(noAnswer()));
      deadline.set(ANSWER_WITHIN);
      this.#open.set(id, { asking, deadline, resolve, reject });
    });
  }

  /** Whether this answers something that was asked. */
  answered(message: ServerMessage): boolean {
    const request = this.#take(this.#idAnsweredBy(message));
    request?.asking.take?.(message);
    request?.resolve(message);
    return request !== undefined;
  }

  refused(why: Refusal): void {
    this.#take(why.id)?.reject(new RefusedError(why));
  }

  /** The line went: no answer will come. */
  breakOff(): void {
    for (const id of [...this.#open.keys()]) this.#take(id)?.reject(lineDown());
  }

  #idAnsweredBy(message: ServerMessage): string | undefined {
    if ('id' in message && message.id !== undefined && this.#open.has(message.id)) return message.id;
    for (const [id, { asking }] of this.#open) if (asking.shows(message)) return id;
    return undefined;
  }

  #take(id: string | undefined): Request | undefined {
    const request = id === undefined ? undefined : this.#open.get(id);
    if (id === undefined || request === undefined) return undefined;
    request.deadline.cancel();
    this.#open.delete(id);
    return request;
  }
}

const lineDown = () =>
  new RefusedError(
    refusal('internal', { message: 'The line to the room is down. Try again once it is back.' }),
  );

const noAnswer = () =>
  new RefusedError(refusal('internal', { message: 'The room did not answer. Try again.' }));
