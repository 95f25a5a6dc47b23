import { HOUR } from '../protocol/time.ts';
import type { Room } from '../room/room.ts';

/**
 * H9: one alarm, where the room keeps messages for a time; set anew when that time changes, and after it has rung. A room
 * that wakes for something else finds it set, and leaves it: set at each waking it would never ring in a room that is
 * used now and then, and would cost a row each time.
 */
export class ExpiryAlarm {
  readonly #storage: DurableObjectStorage;
  readonly #room: () => Pick<Room, 'keepDays' | 'nextExpiry'>;
  /** For how long messages are kept by the alarm that is set; undefined: there is none. */
  #keptDays: number | undefined;

  /** At each waking of the room. */
  constructor(storage: DurableObjectStorage, room: () => Pick<Room, 'keepDays' | 'nextExpiry'>) {
    this.#storage = storage;
    this.#room = room;
    this.#keptDays = room().keepDays;
    if (this.#keptDays !== undefined) void this.#look();
  }

  rang(): void {
    this.#keptDays = undefined;
  }

  /** To be called whenever something may have changed. */
  set(): void {
    const { keepDays } = this.#room();
    if (keepDays === this.#keptDays) return;
    const at = this.#room().nextExpiry();
    if (keepDays !== undefined && at === undefined) return;
    this.#keptDays = keepDays;
    if (at === undefined) void this.#storage.deleteAlarm();
    else void this.#storage.setAlarm(Math.max(at, Date.now() + HOUR));
  }

  /** None is set where there was nothing to delete yet, or where it failed too often to be rung again. */
  async #look(): Promise<void> {
    if ((await this.#storage.getAlarm()) !== null) return;
    this.rang();
    this.set();
  }
}
