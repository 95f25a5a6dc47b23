import { Crowd } from '../load/crowd.ts';
import { pace } from '../load/pace.ts';
import type { Peer } from '../peers/peers.ts';
import { startCounted } from '../servers/workerd.ts';
import { drained } from './step.ts';

/** A message, by the cursors of `sql.exec`. */
export interface Rows {
  readonly peer: Peer['name'];
  readonly written: number;
  readonly read: number;
}

const MEMBERS = 10;
const PER_SECOND = 100;
/** In ms: nothing is timed here, and a machine may do much else. */
const DRAIN = 30_000;

/** A pass of its own, without a clock: every statement's rows, from after the joins to the last message. */
export async function measureRows(peer: Peer, seconds: number): Promise<Rows | undefined> {
  if (!peer.worker) return undefined;
  const server = await startCounted(peer.worker);
  try {
    const crowd = new Crowd(server.port, 'rows', peer.tongue);
    await crowd.growTo(MEMBERS);
    const before = await rowsOf(server.port);
    const tally = crowd.count(PER_SECOND * seconds);
    await pace(
      { perSecond: PER_SECOND, seconds },
      () => crowd.say(),
      () => crowd.flush(),
    );
    if (!(await drained(crowd, DRAIN))) throw new Error('A message was lost while rows were counted.');
    const after = await rowsOf(server.port);
    crowd.leave();
    return {
      peer: peer.name,
      written: (after.written - before.written) / tally.sent,
      read: (after.read - before.read) / tally.sent,
    };
  } finally {
    await server.stop();
  }
}

async function rowsOf(port: number): Promise<{ written: number; read: number }> {
  return (await (await fetch(`http://127.0.0.1:${port}/bench/rows`)).json()) as {
    written: number;
    read: number;
  };
}
