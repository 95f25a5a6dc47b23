import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RoomClient } from '../../client/room-client.ts';
import { kept } from '../parts/kept.ts';

/** What stands between a person and the room: a name that they have not given, and what else the room asks for. */
export class Door {
  /** Whether the dialog "Join" stands; closed by Esc, it opens again from where the composer would be. */
  readonly joinIsOpen = signal(kept.name() === undefined);
  /** Whether a password was shown that the room has not accepted yet. */
  readonly passwordIsTried = signal(false);
  /** Whether this person has turned away from joining. */
  readonly isReading = computed(() => !this.#client.value && !this.joinIsOpen.value);
  readonly #client: ReadonlySignal<RoomClient | undefined>;

  /** `client`: none before somebody joins. */
  constructor(client: ReadonlySignal<RoomClient | undefined>) {
    this.#client = client;
  }

  /** H5. */
  enter(password: string): void {
    this.passwordIsTried.value = true;
    this.#client.value?.openWith({ password });
  }

  /** H7: with a response of Turnstile. */
  enterAsPerson = (turnstile: string) => this.#client.value?.openWith({ turnstile });
  comeBack = () => this.#client.value?.open();
}
