import { setTimeout as pause } from 'node:timers/promises';

/** Share of the time between two messages by which each is early or late. */
const JITTER = 0.5;
const TICK = 1;

/**
 * Calls `due` at `perSecond`, evenly but for some jitter, until `seconds` have passed, whatever became of those before:
 * an open loop. `flush` follows each group of those that were due together. Tells the worst lateness in ms.
 */
export async function pace(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  due: () => void,
  flush: () => void,
): Promise<number> {
  const start = performance.now();
  const count = Math.round(perSecond * seconds);
  const dueAt = (turn: number) => start + ((turn + JITTER * Math.random()) * 1_000) / perSecond;
  let worst = 0;
  let next = dueAt(0);
  for (let turn = 0; turn < count; ) {
    const now = performance.now();
    if (next <= now) {
      worst = Math.max(worst, now - next);
      while (next <= now && turn < count) {
        due();
        next = dueAt(++turn);
      }
      flush();
    }
    await pause(Math.max(TICK, next - performance.now()));
  }
  await pause(Math.max(0, start + seconds * 1_000 - performance.now()));
  return worst;
}
