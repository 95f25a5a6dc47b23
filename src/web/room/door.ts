import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RoomClient } from '../../client/room-client.ts';
import type { RoomState } from '../../client/state.ts';
import { kept } from '../parts/kept.ts';

/** What of a visit to a room its door needs. */
interface Visit {
  readonly client: ReadonlySignal<RoomClient | undefined>;
  readonly state: ReadonlySignal<RoomState>;
}

/** What stands between a person and the room: a name that they have not given, and what else the room asks for. */
export class Door {
  /** Whether the dialog "Join" stands; closed by Esc, it opens again from where the composer would be. */
  readonly joinIsOpen = signal(kept.name() === undefined);
  /** Whether a password was shown that the room has not accepted yet. */
  readonly passwordIsTried = signal(false);
  /** Whether this person has turned away from joining. */
  readonly isReading = computed(() => {
    const { self, line } = this.#visit.state.value;
    return !self && line.state === 'idle' && !this.joinIsOpen.value && kept.name() === undefined;
  });
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** H5. */
  enter(password: string): void {
    this.passwordIsTried.value = true;
    this.#visit.client.value?.openWith({ password });
  }

  /** H7: with a response of Turnstile. */
  enterAsPerson = (turnstile: string) => this.#visit.client.value?.openWith({ turnstile });
  comeBack = () => this.#visit.client.value?.open();
}
