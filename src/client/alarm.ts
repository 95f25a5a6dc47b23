import type { Environment } from './environment.ts';

/** Past this a timer would fire at once. */
const LONGEST = 2_147_483_647;

/** One timer that can be set anew: whoever sets it forgets the earlier time. */
export class Alarm {
  readonly #environment: Environment;
  readonly #ring: () => void;
  #set: { readonly timer: unknown } | undefined;

  constructor(environment: Environment, ring: () => void) {
    this.#environment = environment;
    this.#ring = ring;
  }

  get pending(): boolean {
    return this.#set !== undefined;
  }

  set(ms: number): void {
    this.cancel();
    const fire = () => {
      this.#set = undefined;
      this.#ring();
    };
    this.#set = { timer: this.#environment.setTimeout(fire, Math.min(ms, LONGEST)) };
  }

  cancel(): void {
    if (this.#set) this.#environment.clearTimeout(this.#set.timer);
    this.#set = undefined;
  }
}
