import { limits } from '../protocol/limits.ts';
import type { MemberId } from '../protocol/server-message.ts';
import { Alarm } from './alarm.ts';
import type { Environment } from './environment.ts';

/** P2: the others who are writing, each until it lapses, stops, sends or leaves. */
export class Typists {
  readonly #environment: Environment;
  readonly #onChange: (ids: readonly MemberId[]) => void;
  readonly #lapses = new Map<MemberId, Alarm>();

  constructor(environment: Environment, onChange: (ids: readonly MemberId[]) => void) {
    this.#environment = environment;
    this.#onChange = onChange;
  }

  started(id: MemberId): void {
    const known = this.#lapses.get(id);
    const lapse = known ?? new Alarm(this.#environment, () => this.stopped(id));
    lapse.set(limits.typingLapse);
    if (known) return;
    this.#lapses.set(id, lapse);
    this.#tell();
  }

  stopped(...ids: readonly MemberId[]): void {
    const going = ids.filter((id) => this.#lapses.has(id));
    if (going.length === 0) return;
    for (const id of going) {
      this.#lapses.get(id)?.cancel();
      this.#lapses.delete(id);
    }
    this.#tell();
  }

  allStopped(): void {
    this.stopped(...this.#lapses.keys());
  }

  #tell(): void {
    this.#onChange([...this.#lapses.keys()]);
  }
}
