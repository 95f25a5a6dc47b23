import { Crowd } from '../load/crowd.ts';
import { pace } from '../load/pace.ts';
import type { Peer } from '../peers/peers.ts';
import { drained } from './step.ts';

/** How long a message takes in a calm room. */
export interface Calm {
  readonly peer: Peer['name'];
  readonly p50: number;
  readonly p99: number;
  readonly deliveries: number;
}

export const CALM = { members: 10, perSecond: 10 };
const WARM_UP = 3;

/**
 * Ten members and ten messages a second, in one room of each server at the same time: message by message in turn, so
 * that whatever else the machine does strikes all alike.
 */
export async function measurePaired(peers: readonly Peer[], seconds: number): Promise<readonly Calm[]> {
  const servers = await Promise.all(peers.map((peer) => peer.start()));
  try {
    const crowds = peers.map((peer, index) => new Crowd(servers[index]?.port ?? 0, 'calm', peer.tongue));
    for (const crowd of crowds) await crowd.growTo(CALM.members);
    const perSecond = CALM.perSecond * crowds.length;
    for (const crowd of crowds) crowd.count(Math.ceil(CALM.perSecond * (WARM_UP + seconds)) + 2);
    let turn = 0;
    const say = () => {
      const crowd = crowds[turn++ % crowds.length];
      crowd?.say();
      crowd?.flush();
    };
    await pace({ perSecond, seconds: WARM_UP }, say, () => {});
    for (const { tally } of crowds) tally.startTiming();
    await pace({ perSecond, seconds }, say, () => {});
    for (const crowd of crowds)
      if (!(await drained(crowd, 3_000))) throw new Error('A calm room lost a message.');
    return crowds.map(({ tally: { latencies } }, index) => ({
      peer: peers[index]?.name ?? 'echo',
      p50: latencies.percentile(0.5),
      p99: latencies.percentile(0.99),
      deliveries: latencies.count,
    }));
  } finally {
    for (const server of servers) await server.stop();
  }
}
