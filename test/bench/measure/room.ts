import { setTimeout as pause } from 'node:timers/promises';
import { Crowd } from '../load/crowd.ts';
import type { Peer } from '../peers/peers.ts';
import { type JoinCost, joinCost } from './join-cost.ts';
import { climb, type Ladder } from './ladder.ts';
import type { Step } from './step.ts';

/** All that was measured of one server with so many members. */
export interface RoomFigures extends Ladder {
  readonly peer: Peer['name'];
  readonly members: number;
  /** Of the server's memory, from nobody to all of them; noise where they are few. */
  readonly bytesPerConnection: number;
  /** Measured after the ladder, when there is a history to tell. */
  readonly join: JoinCost | undefined;
}

const SETTLE = 1_000;

/** A server of its own, so that no room inherits anything. */
export async function measureRoom(
  peer: Peer,
  members: number,
  seconds: number,
  told: (step: Step) => void,
): Promise<RoomFigures> {
  const server = await peer.start();
  try {
    const crowd = new Crowd(server.port, 'bench', peer.tongue);
    // What the first visitor alone costs: the Worker's and the object's start.
    (await crowd.guest()).leave();
    await pause(SETTLE);
    const before = server.residentBytes;
    await crowd.growTo(members);
    await pause(SETTLE);
    const bytesPerConnection = (server.residentBytes - before) / members;
    const ladder = await climb(server, crowd, seconds, told);
    const join = crowd.broken.length > 0 ? undefined : await joinCost(crowd);
    crowd.leave();
    return { peer: peer.name, members, bytesPerConnection, join, ...ladder };
  } finally {
    await server.stop();
  }
}
