import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Keys, RoomClient } from '../../client/room-client.ts';
import { kept } from '../parts/kept.ts';

/** What stands between a person and the room: a name that they have not given, and what else the room asks for. */
export class Door {
  /** Whether the dialog "Join" stands; closed by Esc, it opens again from where the composer would be. */
  readonly joinIsOpen = signal(kept.name() === undefined);
  /** How the person answered what the room asks for besides: by a password, or by closing the dialog that asks. */
  readonly answer = signal<'password' | 'closed' | undefined>(undefined);
  /** Whether this person has turned away from joining. */
  readonly isReading = computed(() => !this.#client.value && !this.joinIsOpen.value);
  readonly #client: ReadonlySignal<RoomClient | undefined>;

  /** `client`: none before somebody joins. */
  constructor(client: ReadonlySignal<RoomClient | undefined>) {
    this.#client = client;
  }

  /** Comes in, or back, with what opens the room where it asks for something (H5, H7). */
  enter = (keys: Keys = {}) => this.#client.value?.openWith(keys);
}
