import type { Environment } from '../../src/client/room-client.ts';
import type { DurableEvent, ServerMessage, Welcome } from '../../src/protocol/server-message.ts';
import type { Witness } from './witness.ts';

/** WebSockets that the witness listens to: what comes over each is to be in order, each event once (section 4, R3). */
export function watchedSockets(name: string, witness: Witness): Environment['WebSocket'] {
  return class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols);
      const ear = new Ear(name, witness);
      this.addEventListener('message', ({ data }) => ear.hear(String(data)));
    }
  };
}

/** What one connection has heard. */
class Ear {
  readonly #name: string;
  readonly #witness: Witness;
  #self = '';
  #cursor = 0;

  constructor(name: string, witness: Witness) {
    this.#name = name;
    this.#witness = witness;
  }

  hear(frame: string): void {
    if (frame === 'pong') return;
    const messages = [JSON.parse(frame)].flat() as ServerMessage[];
    if (messages.length > 1) this.#witness.count('frames of several');
    for (const message of messages) {
      if (message.type === 'welcome') this.#welcome(message);
      else if ('seq' in message) this.#event(message);
    }
  }

  #welcome({ self, resumed, events = [], room }: Welcome): void {
    this.#witness.count(resumed ? 'resumes' : 'joins');
    const seqs = events.map(({ seq }) => seq);
    const isAscending = seqs.every((seq, index) => seq > (seqs[index - 1] ?? 0) && seq <= room.head);
    if (!isAscending) this.#witness.differ(`${this.#name} resumes out of order: ${seqs}`);
    this.#self = self.id;
    this.#cursor = room.head;
  }

  #event(event: DurableEvent): void {
    if (event.seq > this.#cursor) this.#cursor = event.seq;
    else if (!this.#mayBeAnswer(event)) {
      this.#witness.differ(`${this.#name} hears #${event.seq} after #${this.#cursor}`, `#${event.seq}:`);
    }
  }

  /** S3: a duplicate is answered with the message that the first one made. */
  #mayBeAnswer(event: DurableEvent): boolean {
    return event.type === 'message' && event.from.id === this.#self;
  }
}
