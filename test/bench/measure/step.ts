import { setTimeout as pause } from 'node:timers/promises';
import type { Crowd } from '../load/crowd.ts';
import { pace } from '../load/pace.ts';
import type { ServerProcess } from '../servers/server-process.ts';

/** One rate for so long, and what became of it. */
export interface Step {
  /** Messages a second, all members together. */
  readonly rate: number;
  readonly members: number;
  /** Received while it lasted. */
  readonly deliveriesPerSecond: number;
  /** ms from writing to reading, over all deliveries of all messages after the warm-up. */
  readonly p50: number;
  readonly p99: number;
  /** Deliveries that did not come within the time to drain. */
  readonly lost: number;
  readonly doubles: number;
  readonly disordered: number;
  /** µs of the server's CPU for each delivery and for each message, while it lasted. */
  readonly cpuPerDelivery: number;
  readonly cpuPerMessage: number;
  /** Shares of a core. */
  readonly serverLoad: number;
  readonly generatorLoad: number;
  /** ms by which the load was late with a message, at worst. */
  readonly lateness: number;
  /** Out of the sockets, headers of frames included. */
  readonly bytesPerDelivery: number;
  /** Connections that the server ended. */
  readonly broken: number;
}

/** Requirement: ms within which 99 of 100 deliveries come. */
export const P99_MOST = 150;
/** Share of its core above which it is the load that is measured. */
export const LOAD_MOST = 0.9;
/** Share of its core above which a server is at its own limit, whatever the load is. */
export const SERVER_FULL = 0.97;

const WARM_UP = 0.7;
const DRAIN = 3_000;

/** Whether the server held this rate. */
export function holds({ p99, lost, doubles, disordered, broken }: Step): boolean {
  return p99 <= P99_MOST && lost === 0 && doubles === 0 && disordered === 0 && broken === 0;
}

/** Whether the load generator was at its limit and the server was not, so that the step says nothing against the server. */
export function isLoadBound({ generatorLoad, serverLoad }: Step): boolean {
  return generatorLoad > LOAD_MOST && serverLoad < SERVER_FULL;
}

/** All members of a crowd take turns in speaking, at `rate` messages a second together. */
export async function runStep(
  server: ServerProcess,
  crowd: Crowd,
  { rate, seconds, drain = DRAIN }: { rate: number; seconds: number; drain?: number },
): Promise<Step> {
  const members = crowd.clients.length;
  const tally = crowd.count(Math.ceil(rate * (WARM_UP + seconds)) + 2);
  const say = () => crowd.say();
  const flush = () => crowd.flush();
  await pace({ perSecond: rate, seconds: WARM_UP }, say, flush);
  tally.startTiming();
  const meter = startMeter(server, crowd);
  const lateness = await pace({ perSecond: rate, seconds }, say, flush);
  const used = meter();
  await drained(crowd, drain);
  return {
    ...{ rate, members, lateness },
    p50: tally.latencies.percentile(0.5),
    p99: tally.latencies.percentile(0.99),
    lost: tally.due,
    doubles: tally.doubles,
    disordered: tally.disordered,
    broken: crowd.broken.length,
    deliveriesPerSecond: used.deliveries / used.seconds,
    cpuPerDelivery: (used.serverCpu * 1e6) / used.deliveries,
    cpuPerMessage: (used.serverCpu * 1e6) / used.messages,
    serverLoad: used.serverCpu / used.seconds,
    generatorLoad: used.generatorCpu / used.seconds,
    bytesPerDelivery: used.bytes / used.deliveries,
  };
}

/** Waits until all that was sent has come, or `ms` have passed. */
export async function drained(crowd: Crowd, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (crowd.tally.due > 0 && performance.now() < end) await pause(10);
  return crowd.tally.due === 0;
}

function startMeter(server: ServerProcess, crowd: Crowd) {
  const read = () => {
    const { user, system } = process.cpuUsage();
    return {
      seconds: performance.now() / 1_000,
      serverCpu: server.cpuSeconds,
      generatorCpu: (user + system) / 1e6,
      deliveries: crowd.tally.delivered,
      messages: crowd.tally.sent,
      bytes: crowd.bytesIn,
    };
  };
  const before = read();
  return () => {
    const after = read();
    return {
      seconds: after.seconds - before.seconds,
      serverCpu: after.serverCpu - before.serverCpu,
      generatorCpu: after.generatorCpu - before.generatorCpu,
      deliveries: after.deliveries - before.deliveries,
      messages: after.messages - before.messages,
      bytes: after.bytes - before.bytes,
    };
  };
}
