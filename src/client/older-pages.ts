import type { Environment } from './environment.ts';
import { Pace } from './pace.ts';
import { RefusedError } from './refused-error.ts';

/** Loads a history backwards, one page at a time, as fast as the room bears (E1): who scrolls far waits, and is not sent away. */
export class OlderPages {
  readonly #environment: Environment;
  readonly #ask: () => Promise<void>;
  readonly #pace = new Pace();
  #loading: Promise<void> | undefined;

  /** `ask` asks for the page before the oldest message there is. */
  constructor(environment: Environment, ask: () => Promise<void>) {
    this.#environment = environment;
    this.#ask = ask;
  }

  /** Asked again meanwhile, it answers the same promise. */
  load(): Promise<void> {
    this.#loading ??= this.#untilTaken().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #untilTaken(): Promise<void> {
    if (this.#pace.gap > 0) await this.#pause(this.#pace.gap);
    for (let wait = await this.#try(); wait > 0; wait = await this.#try()) await this.#pause(wait);
  }

  /** The ms to wait where it came too fast; rejects where it was refused for another reason. */
  async #try(): Promise<number> {
    try {
      await this.#ask();
      this.#pace.acknowledged();
      return 0;
    } catch (error) {
      if (!(error instanceof RefusedError) || error.refusal.code !== 'rate_limited') throw error;
      return this.#pace.refused(error.refusal.retryAfter);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#environment.setTimeout(resolve, ms));
  }
}
