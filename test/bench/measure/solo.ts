import { Crowd } from '../load/crowd.ts';
import type { Peer } from '../peers/peers.ts';
import { runStep } from './step.ts';

/** One member alone, who hears nothing but its own messages: the cost of taking one in. */
export interface Solo {
  readonly peer: Peer['name'];
  readonly rate: number;
  /** µs of the server's CPU. */
  readonly cpuPerMessage: number;
  readonly p50: number;
  readonly lost: number;
}

const RATE = 1_000;

export async function measureSolo(peer: Peer, seconds: number): Promise<Solo> {
  const server = await peer.start();
  try {
    const crowd = new Crowd(server.port, 'solo', peer.tongue);
    await crowd.growTo(1);
    // What the runtime compiles meanwhile is no part of it.
    await runStep(server, crowd, { rate: RATE, seconds });
    const { cpuPerMessage, p50, lost } = await runStep(server, crowd, { rate: RATE, seconds });
    crowd.leave();
    return { peer: peer.name, rate: RATE, cpuPerMessage, p50, lost };
  } finally {
    await server.stop();
  }
}
