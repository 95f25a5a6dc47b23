import type { Figures } from '../figures.ts';
import { BIG_ROOM, MOST_SECONDS } from '../measure/big-room.ts';
import { LOAD_MOST, P99_MOST, SERVER_FULL } from '../measure/step.ts';
import { sizesOf } from './held.ts';
import { dollarsAwake, dollarsIdle, formula } from './prices.ts';
import { calmTable, heldTable, readingTable, rowsTable, soloTable, stepsTable } from './tables.ts';
import { percent, rounded, whole } from './words.ts';

/** One line: where, when, with what. */
export function provenance({ machine }: Figures): string {
  const { date, cpu, cores, gibibytes, kernel } = machine;
  return `${date}, ${cpu}, ${cores} cores, ${gibibytes} GiB, Linux ${kernel}`;
}

/** docs/bench.md. */
export function documentOf(figures: Figures): string {
  const sizes = sizesOf(figures);
  const { versions, commit, loadBefore } = figures.machine;
  return `# How fast it is

The same work against Parlor and, in the same run on the same machine, against others written to the same job. **Ratios are the result, not absolute figures**: another machine gives other figures, and nothing here ran on Cloudflare's own network.

![Deliveries a second that each server holds](bench.svg)

${provenance(figures)}. Load of the machine before the run: ${loadBefore}. Commit ${commit}; ${Object.entries(
    versions,
  )
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.

To make it again: \`npm ci && npm run bench\`, about a quarter of an hour on an idle Linux machine with two cores or more. \`npm run bench -- --quick\` takes a minute or two and leaves this page alone; so do \`--members 10,500\`, \`--peers parlor,naive\` and \`--seconds 5\`.

## What each holds

All members of one room take turns in speaking, at a steady rate, bodies of 64 bytes, each message a frame of its own. Rates rise by 1.6 until the server does not hold one, twice; then one between is tried. A rate is held where 99 of 100 deliveries come within ${P99_MOST} ms from being written to being read, and every member gets every message once, in the order of its author. All figures are of the highest rate that held.

${sizes.map((members) => `### ${whole(members)} members\n\n${heldTable(figures, members)}`).join('\n\n')}

CPU is the server process's own, over all its threads, by the scheduler's account. Bytes are those of the WebSocket, headers of frames included. Memory is what the process grew by from nobody to all. A join is what somebody gets until the welcome is complete, after the load, so that there is a history; then what each of the others gets of it. Parlor alone tells newcomers the roster and the last messages, and the others who came.

## A calm room

Ten members, ten messages a second together: one room of each at the same time, message by message in turn.

${calmTable(figures)}

## One member alone

A thousand messages a second into the transcript of a room where nobody else is, the servers in turns: what it costs to take a message in, to store it, and to tell its author. The bare echo stores nothing; the bare sink takes frames in and does nothing at all, and so shows what the runtime itself takes for a frame that comes alone. Parlor's own client brings home what has waited up to 20 messages a frame: the last lines (their p50 counts the waiting for a full frame). The same message costs less the busier the server is: at a thousand a second a good part is being woken and finding the caches cold.

${soloTable(figures)}

${bigRoom(figures)}## Reading from a long transcript

ms of the server's CPU for each reading, all that answering takes included: HTTP or the upgrade, signatures, 50 messages.

${readingTable(figures)}

Rows read are those that are given and a few (\`test/durable/reading.test.ts\`).

## What it costs

${rowsTable(figures)}

By the cursors of every statement, in a pass of its own. A million messages: ${formula}, the seconds being those of the server's CPU here. What ws and socket.io run on is a server, by the month.

A thousand idle members cost their pings, about $${dollarsIdle().toFixed(2)} a month; an object that never sleeps costs $${dollarsAwake().toFixed(2)} besides. A server costs what it costs, idle or not.

## Whether to believe it

- **Cores.** Each server is one process on core 0, the load generator one on core 1. Workers run in \`workerd serve\`, without wrangler's proxy; their storage is a disk in memory, for all alike, since how long this machine's disk takes is nothing that a room on Cloudflare sees.
- **Counting.** Real WebSockets over TCP. Every delivery is found in the bytes of its frame, however many a frame holds, and noted by message and by socket: what is missing, double or out of order is told (\`test/bench/*.test.ts\`). Latency is of all deliveries, none left out.
- **Open loop.** Messages are due by the clock, whatever became of those before.
- **The load's own limit.** ${figures.ceilings
    .map(
      ({ deliveriesPerSecond, messagesPerFrame, generatorLoad }) =>
        `Frames of ${messagesPerFrame} made beforehand, to 500 sockets: ${rounded(deliveriesPerSecond)} deliveries/s counted, at ${percent(generatorLoad)} of its core.`,
    )
    .join(
      ' ',
    )} Where its core is above ${percent(LOAD_MOST)} in a step and the server's is below ${percent(SERVER_FULL)}, the step says so, and what the server holds is told as \`≥\`.
- **The others.** The naive room and partyserver hibernate and store one row a message, as Parlor does, and send each message to each member. socket.io and ws store nothing and cannot sleep. All say the same words as Parlor's \`message\`, none compresses; none has Parlor's checks, limits, roster, resuming or private messages.

## Every step

${sizes
  .map(
    (members) =>
      `<details><summary>${whole(members)} members</summary>\n\n${stepsTable(figures, members)}\n\n</details>`,
  )
  .join('\n\n')}
`;
}

function bigRoom({ bigRoom: cost }: Figures): string {
  if (!cost) return '';
  return `## A room of ${whole(cost.members)}

Who joins gets ${whole(cost.joiner)} bytes until the welcome is complete, each of the others ${whole(cost.others)}.${
    cost.members < BIG_ROOM
      ? ` ${whole(BIG_ROOM)} were wanted; so many had got in after ${MOST_SECONDS} seconds.`
      : ''
  }

`;
}
