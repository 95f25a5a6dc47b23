import { Crowd } from '../load/crowd.ts';
import type { Peer } from '../peers/peers.ts';
import { type JoinCost, joinCost } from './join-cost.ts';
import { runStep } from './step.ts';

export const BIG_ROOM = 5_000;
/** For all to get in. */
export const MOST_SECONDS = 90;

/** What a join costs where thousands are, with a full page of history. Tells of fewer where so many do not get in in time. */
export async function measureBigRoom(peer: Peer): Promise<JoinCost> {
  const server = await peer.start();
  try {
    const crowd = new Crowd(server.port, 'big', peer.tongue);
    await crowd.growTo(25);
    await runStep(server, crowd, { rate: 60, seconds: 1 });
    await crowd.growTo(BIG_ROOM, MOST_SECONDS);
    const cost = await joinCost(crowd);
    crowd.leave();
    return cost;
  } finally {
    await server.stop();
  }
}
