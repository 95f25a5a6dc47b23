import type { Env } from '../env.ts';
import type { Rates } from '../room/limiter.ts';

/** E1, where a deployer's figure is none. */
const usual: Rates = { burst: 30, perSecond: 10 };

/** E1, from `[vars]`. */
export function ratesOf({ RATE_BURST, RATE_PER_SECOND }: Pick<Env, 'RATE_BURST' | 'RATE_PER_SECOND'>): Rates {
  return { burst: positive(RATE_BURST, usual.burst), perSecond: positive(RATE_PER_SECOND, usual.perSecond) };
}

function positive(figure: number | string, otherwise: number): number {
  const number = Number(figure);
  return number > 0 ? number : otherwise;
}
