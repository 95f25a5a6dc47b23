import { HOUR } from '../protocol/time.ts';
import type { Room } from '../room/room.ts';

/** H9: one alarm, where the room keeps messages for a time; looked for anew when that changes, or it has rung. */
export class ExpiryAlarm {
  readonly #storage: DurableObjectStorage;
  /** For how long messages were kept when the alarm was last set. */
  #keptDays: number | undefined;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  rang(): void {
    this.#keptDays = undefined;
  }

  setFor(room: Pick<Room, 'keepDays' | 'nextExpiry'>): void {
    const { keepDays } = room;
    if (keepDays === this.#keptDays) return;
    const at = room.nextExpiry();
    if (keepDays !== undefined && at === undefined) return;
    this.#keptDays = keepDays;
    if (at === undefined) void this.#storage.deleteAlarm();
    else void this.#storage.setAlarm(Math.max(at, Date.now() + HOUR));
  }
}
