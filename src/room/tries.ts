import { limits } from '../protocol/limits.ts';
import { MINUTE } from '../protocol/time.ts';
import { Limiter } from './limiter.ts';

const SECONDS = MINUTE / 1_000;

/** How often something may be tried at the door, from one address and by all together. */
export class Tries {
  readonly #each: Limiter;
  readonly #all: Limiter;

  /** Both at once, and a minute on average. */
  constructor(each: number, all: number) {
    this.#each = new Limiter({ burst: each, perSecond: each / SECONDS });
    this.#all = new Limiter({ burst: all, perSecond: all / SECONDS });
  }

  /** The ms after which one will be taken; 0: at once. */
  wait(address: string, now: number): number {
    return this.#each.waitOf(address, now) || this.#all.waitOf('all', now);
  }

  /** Takes a try, or tells the ms after which one will be taken. */
  spend(address: string, now: number): number {
    return this.#each.spend(address, now) || this.#all.spend('all', now);
  }
}

const { passwordTries, passwordTriesOfAll, personTries, personTriesOfAll } = limits;

/** H2, H5, H7: what may be tried: each password, shown or set, costs a slow hash, each response of Turnstile a request to Cloudflare; of keys only wrong ones count. */
export const triesAtTheDoor = () => ({
  password: new Tries(passwordTries, passwordTriesOfAll),
  change: new Tries(passwordTries, passwordTriesOfAll),
  key: new Tries(passwordTries, passwordTriesOfAll),
  person: new Tries(personTries, personTriesOfAll),
});

export type Door = ReturnType<typeof triesAtTheDoor>;
