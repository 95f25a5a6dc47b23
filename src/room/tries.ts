import { limits } from '../protocol/limits.ts';
import { Limiter } from './limiter.ts';

const MINUTE = 60;

/** H5: how often a password may be tried from one address, and by all together: each try costs a slow hash. */
export class Tries {
  readonly #each = new Limiter({ burst: limits.passwordTries, perSecond: limits.passwordTries / MINUTE });
  readonly #all = new Limiter({
    burst: limits.passwordTriesOfAll,
    perSecond: limits.passwordTriesOfAll / MINUTE,
  });

  /** Takes a try, or tells the ms after which one will be taken. */
  spend(address: string, now: number): number {
    return this.#each.spend(address, now) || this.#all.spend('all', now);
  }
}
