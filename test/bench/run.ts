import { SENDS_PER_FRAME } from '../../src/client/pace.ts';
import type { Figures } from './figures.ts';
import { measureBigRoom } from './measure/big-room.ts';
import { type Ceiling, measureCeiling } from './measure/ceiling.ts';
import { measurePaired } from './measure/paired.ts';
import { measureReading } from './measure/reading.ts';
import { measureRoom, type RoomFigures } from './measure/room.ts';
import { measureRows } from './measure/rows.ts';
import { measureSolo } from './measure/solo.ts';
import { holds, isLoadBound, type Step } from './measure/step.ts';
import type { Options } from './options.ts';
import { type Peer, type PeerName, peers } from './peers/peers.ts';
import { readMachine } from './report/machine.ts';

/** Everything, one thing after the other; only rooms that are compared directly run at the same time. */
export async function run(options: Options): Promise<Figures> {
  const machine = readMachine();
  const { isWhole, seconds } = options;
  return {
    ...{ machine, seconds },
    ceilings: await ceilings(),
    rooms: await rooms(options),
    calm: await told('calm rooms', measurePaired(named('echo', 'parlor', 'naive'), isWhole ? 30 : 8)),
    solo: await told('one alone', measureSolo(soloCases(), isWhole ? 1.5 : 0.5)),
    bigRoom: isWhole ? await told('a big room', measureBigRoom(parlor())) : undefined,
    reading: isWhole ? await told('reading', measureReading()) : [],
    rows: (await eachOf(options.peers, (peer) => measureRows(peer, 2))).filter((rows) => rows !== undefined),
  };
}

async function ceilings(): Promise<readonly Ceiling[]> {
  return [await told('what the load can count', measureCeiling(50, 10_000))];
}

/** All servers at one size, then at the next, so that those which are compared run close to one another. */
async function rooms({ members, peers, seconds }: Options): Promise<readonly RoomFigures[]> {
  const sizes = members.flatMap((size) => peers.map((peer) => ({ size, peer })));
  return eachOf(sizes, ({ size, peer }) => {
    console.log(`${peer.title}, ${size} members`);
    return measureRoom(peer, size, seconds, (step) => console.log(`  ${lineOf(step)}`));
  });
}

function lineOf(step: Step): string {
  const verdict = holds(step)
    ? 'held'
    : isLoadBound(step)
      ? 'not held: the load is at its limit'
      : 'not held';
  return [
    `${Math.round(step.deliveriesPerSecond).toLocaleString('en').padStart(9)} deliveries/s`,
    `p50 ${step.p50.toFixed(1).padStart(7)} ms`,
    `p99 ${step.p99.toFixed(1).padStart(7)} ms`,
    `lost ${step.lost}`,
    `${step.cpuPerDelivery.toFixed(2)} µs each`,
    `server ${Math.round(step.serverLoad * 100)} %`,
    `load ${Math.round(step.generatorLoad * 100)} %`,
    verdict,
  ].join('  ');
}

async function told<Result>(what: string, result: Promise<Result>): Promise<Result> {
  const done = await result;
  console.log(`${what}: ${JSON.stringify(done)}`);
  return done;
}

async function eachOf<Item, Result>(
  items: readonly Item[],
  measure: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await measure(item));
  return results;
}

const named = (...names: PeerName[]) =>
  names.flatMap((name) => peers.filter((peer): peer is Peer => peer.name === name));

const parlor = () => named('parlor')[0] as Peer;

/** Each message a frame of its own; then Parlor as its own client brings home a queue, and as fast again by ten. */
const soloCases = () => [
  ...named('parlor', 'naive', 'echo', 'sink').map((peer) => ({ peer, rate: 1_000, perFrame: 1 })),
  ...[1_000, 10_000].map((rate) => ({ peer: parlor(), rate, perFrame: SENDS_PER_FRAME })),
];
