import { setTimeout as pause } from 'node:timers/promises';
import type { Crowd } from '../load/crowd.ts';

/** What one more member costs a room on the wire. */
export interface JoinCost {
  readonly members: number;
  /** Bytes to the new one until its welcome is whole. */
  readonly joiner: number;
  /** Bytes to each of the others. */
  readonly others: number;
}

const QUIET = 500;

/** Lets one more in, and out again. */
export async function joinCost(crowd: Crowd): Promise<JoinCost> {
  await pause(QUIET);
  const before = crowd.bytesIn;
  const joiner = await crowd.guest();
  await pause(QUIET);
  const members = crowd.clients.length;
  const others = (crowd.bytesIn - before) / members;
  joiner.leave();
  await pause(QUIET);
  return { members, joiner: joiner.joinBytes, others };
}
