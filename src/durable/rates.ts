import type { Rates } from '../room/limiter.ts';

/** E1, from `[vars]`: a figure that is set elsewhere than in wrangler.toml comes as text. */
export interface RateVars {
  RATE_BURST: number | string;
  RATE_PER_SECOND: number | string;
}

/** E1, where a deployer's figure is none. */
const usual: Rates = { burst: 30, perSecond: 10 };

export function ratesOf({ RATE_BURST, RATE_PER_SECOND }: RateVars): Rates {
  return { burst: positive(RATE_BURST, usual.burst), perSecond: positive(RATE_PER_SECOND, usual.perSecond) };
}

function positive(figure: number | string, otherwise: number): number {
  const number = Number(figure);
  return number > 0 ? number : otherwise;
}
