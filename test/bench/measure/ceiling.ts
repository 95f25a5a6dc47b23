import { fileURLToPath } from 'node:url';
import { Crowd } from '../load/crowd.ts';
import { isWelcome } from '../peers/tongue.ts';
import { ServerProcess } from '../servers/server-process.ts';
import { drained } from './step.ts';

/** What the load generator can take in, when there is more than that. */
export interface Ceiling {
  readonly messagesPerFrame: number;
  readonly deliveriesPerSecond: number;
  /** Share of its core. */
  readonly generatorLoad: number;
}

const SERVER = fileURLToPath(new URL('../peers/firehose.ts', import.meta.url));
const SOCKETS = 500;

/** Frames made beforehand, as fast as they are read, to 500 sockets; each delivery is counted as in every other step. */
export async function measureCeiling(messagesPerFrame: number, messages: number): Promise<Ceiling> {
  const server = await ServerProcess.start(process.execPath, [
    ...[SERVER, `${SOCKETS}`, `${messagesPerFrame}`, `${messages}`],
  ]);
  try {
    const crowd = new Crowd(server.port, 'firehose', { path: () => '/', isWelcome, send: () => 'go' });
    await crowd.growTo(SOCKETS);
    const tally = crowd.count(messages);
    while (tally.sent < messages) tally.send(performance.now());
    const start = performance.now();
    const before = process.cpuUsage();
    crowd.clients[0]?.say('go');
    crowd.clients[0]?.flush();
    await drained(crowd, 30_000);
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = process.cpuUsage(before);
    crowd.leave();
    if (tally.due > 0 || tally.doubles > 0) throw new Error('The load generator miscounts.');
    return {
      messagesPerFrame,
      deliveriesPerSecond: tally.delivered / seconds,
      generatorLoad: (user + system) / 1e6 / seconds,
    };
  } finally {
    await server.stop();
  }
}
