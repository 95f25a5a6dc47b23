import type { Crowd } from '../load/crowd.ts';
import type { ServerProcess } from '../servers/server-process.ts';
import { drained, holds, isLoadBound, runStep, type Step } from './step.ts';

/** Rising rates in one room, up to the one that the server did not hold. */
export interface Ladder {
  readonly steps: readonly Step[];
  /** The highest that held. */
  readonly best: Step | undefined;
  /** Whether it ended because of the load generator, so that the server may hold more. */
  readonly isLoadBound: boolean;
}

/** Deliveries a second. */
const FIRST = 20_000;
const LEAST = FIRST / 10;
const LAST = 3_000_000;
const RISE = 1.6;
/** Noise on the machine must not decide: a rate fails when it has failed so often. */
const TRIES = 2;
const RECOVERY = 12_000;

/** Geometric, and once more between the last that held and the first that did not. */
export async function climb(
  server: ServerProcess,
  crowd: Crowd,
  seconds: number,
  told: (step: Step) => void,
): Promise<Ladder> {
  const members = crowd.clients.length;
  const steps: Step[] = [];
  let best: Step | undefined;

  /** Whether this rate is held at any try; undefined where the room does not recover from trying. */
  async function attempt(deliveries: number): Promise<boolean | undefined> {
    for (let turn = 0; turn < TRIES; turn++) {
      const step = await runStep(server, crowd, { rate: deliveries / members, seconds });
      steps.push(step);
      told(step);
      if (holds(step)) {
        best = step;
        return true;
      }
      if (step.broken > 0 || !(await drained(crowd, RECOVERY))) return undefined;
    }
    return false;
  }

  let rate = FIRST;
  let held = await attempt(rate);
  while (held === false && !best && rate > LEAST) {
    rate /= RISE;
    held = await attempt(rate);
  }
  while (held && rate < LAST) {
    rate *= RISE;
    held = await attempt(rate);
  }
  if (held === false && best) await attempt(rate / Math.sqrt(RISE));
  const firstFailed = steps.find((step) => !holds(step) && step.rate >= (best?.rate ?? 0));
  return { steps, best, isLoadBound: firstFailed !== undefined && isLoadBound(firstFailed) };
}
