import type { Environment } from './environment.ts';
import { Pace } from './pace.ts';
import { RefusedError } from './refused-error.ts';

/** Loads a history page by page, as fast as the room bears (E1): who scrolls far waits, and is not sent away. */
export class PageLoader {
  readonly #environment: Environment;
  readonly #pace = new Pace();
  readonly #loading = new Map<string, Promise<void>>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Asked for the same again meanwhile, it answers the same promise. Rejects with a RefusedError. */
  load(what: string, ask: () => Promise<unknown>): Promise<void> {
    const underWay = this.#loading.get(what);
    if (underWay) return underWay;
    const loading = this.#untilTaken(ask).finally(() => this.#loading.delete(what));
    this.#loading.set(what, loading);
    return loading;
  }

  async #untilTaken(ask: () => Promise<unknown>): Promise<void> {
    if (this.#pace.gap > 0) await this.#pause(this.#pace.gap);
    for (let wait = await this.#try(ask); wait > 0; wait = await this.#try(ask)) await this.#pause(wait);
  }

  /** The ms to wait where it came too fast; rejects where it was refused for another reason. */
  async #try(ask: () => Promise<unknown>): Promise<number> {
    try {
      await ask();
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
