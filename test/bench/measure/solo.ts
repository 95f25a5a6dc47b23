import { Crowd } from '../load/crowd.ts';
import type { Peer } from '../peers/peers.ts';
import type { ServerProcess } from '../servers/server-process.ts';
import { runStep, type Step } from './step.ts';

/** One member alone, who hears nothing but its own messages: the cost of taking one in. */
export interface Solo {
  readonly peer: Peer['name'];
  readonly rate: number;
  /** Messages that share a frame. */
  readonly perFrame: number;
  /** µs of the server's CPU. */
  readonly cpuPerMessage: number;
  readonly p50: number;
  readonly lost: number;
}

/** Who is measured, and how many messages share a frame. */
export interface SoloCase {
  readonly peer: Peer;
  /** Messages a second. */
  readonly rate: number;
  readonly perFrame: number;
}

interface Room extends SoloCase {
  readonly server: ServerProcess;
  readonly crowd: Crowd;
  readonly steps: Step[];
}

const ROUNDS = 5;
const WARM_ROUNDS = 2;
/** ms to wait for what will never come out of a sink. */
const DRAIN = 300;

/** In turns of so many seconds, all servers running, so that whatever else the machine does strikes all alike; medians. */
export async function measureSolo(cases: readonly SoloCase[], seconds: number): Promise<readonly Solo[]> {
  const rooms: Room[] = [];
  try {
    for (const one of cases) rooms.push(await openRoom(one));
    for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      for (const { server, crowd, rate, steps } of rooms) {
        steps.push(await runStep(server, crowd, { rate, seconds, drain: DRAIN }));
      }
    }
    return rooms.map((room) => summary(room, room.steps.slice(WARM_ROUNDS)));
  } finally {
    for (const { server } of rooms) await server.stop();
  }
}

async function openRoom(one: SoloCase): Promise<Room> {
  const server = await one.peer.start();
  const crowd = new Crowd(server.port, 'solo', one.peer.tongue, one.perFrame);
  await crowd.growTo(1);
  return { ...one, server, crowd, steps: [] };
}

function summary({ peer, perFrame, rate }: SoloCase, steps: readonly Step[]): Solo {
  return {
    ...{ peer: peer.name, perFrame, rate },
    cpuPerMessage: median(steps.map(({ cpuPerMessage }) => cpuPerMessage)),
    p50: median(steps.map(({ p50 }) => p50)),
    lost: steps.reduce((sum, { lost }) => sum + lost, 0),
  };
}

function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
