import type { Figures } from '../figures.ts';
import { holds, isLoadBound, type Step } from '../measure/step.ts';
import { type Held, heldAt, titleOf } from './held.ts';
import { dollars, kilobytes, micros, milliseconds, percent, rounded, table, times, whole } from './words.ts';

/** Deliveries a second; `≥` where the load generator gave up before the server did. */
export const deliveriesOf = ({ deliveries, isLoadBound }: Held) =>
  `${isLoadBound ? '≥ ' : ''}${rounded(deliveries)}`;

/** What each server held, at one size. */
export function heldTable(figures: Figures, members: number): string {
  return table(
    [
      ...['', 'deliveries/s', 'to naive', 'p50 ms', 'p99 ms', 'µs CPU a delivery', 'bytes a delivery'],
      ...['KB a connection', 'bytes a join', 'to each other', '$ a million messages'],
    ],
    heldAt(figures, members).map((held) => [
      titleOf(held.peer),
      deliveriesOf(held),
      times(held.toNaive),
      milliseconds(held.best?.p50),
      milliseconds(held.best?.p99),
      micros(held.best?.cpuPerDelivery),
      whole(held.best?.bytesPerDelivery),
      members < 100 ? '–' : kilobytes(held.bytesPerConnection),
      whole(held.join?.joiner),
      whole(held.join?.others),
      dollars(held.dollars),
    ]),
  );
}

/** The few columns that the README shows. */
export function summaryTable(figures: Figures, members: number): string {
  return table(
    [`${members} members`, 'deliveries/s', 'to naive', 'p99 ms', 'µs CPU a delivery', '$ a million messages'],
    heldAt(figures, members).map((held) => [
      titleOf(held.peer),
      deliveriesOf(held),
      times(held.toNaive),
      milliseconds(held.best?.p99),
      micros(held.best?.cpuPerDelivery),
      dollars(held.dollars),
    ]),
  );
}

export function calmTable({ calm }: Figures): string {
  const echo = calm.find(({ peer }) => peer === 'echo')?.p50 ?? Number.NaN;
  return table(
    ['', 'p50 ms', 'to the echo', 'p99 ms', 'deliveries'],
    calm.map(({ peer, p50, p99, deliveries }) => [
      titleOf(peer),
      milliseconds(p50),
      times(p50 / echo),
      milliseconds(p99),
      whole(deliveries),
    ]),
  );
}

export function soloTable({ solo }: Figures): string {
  const sink = solo.find(({ peer }) => peer === 'sink')?.cpuPerMessage ?? Number.NaN;
  return table(
    ['', 'messages a frame', 'messages/s', 'µs CPU a message', 'of it not the runtime’s', 'p50 ms', 'lost'],
    solo.map(({ peer, perFrame, rate, cpuPerMessage, p50, lost }) => [
      titleOf(peer),
      ...[whole(perFrame), whole(rate), micros(cpuPerMessage)],
      peer === 'sink' || perFrame > 1 ? '–' : micros(cpuPerMessage - sink),
      milliseconds(p50),
      peer === 'sink' ? '–' : whole(lost),
    ]),
  );
}

export function readingTable({ reading }: Figures): string {
  return table(
    ['messages kept', 'newest page', 'a page before', 'a page around', 'a join', 'a resume of 50'],
    reading.map(({ messages, ...costs }) => [
      whole(messages),
      ...[costs.newestPage, costs.pageBefore, costs.pageAround, costs.join, costs.resume].map(milliseconds),
    ]),
  );
}

export function rowsTable({ rows }: Figures): string {
  return table(
    ['', 'rows written a message', 'rows read a message'],
    rows.map(({ peer, written, read }) => [titleOf(peer), written.toFixed(2), read.toFixed(2)]),
  );
}

export function stepsTable({ rooms }: Figures, members: number): string {
  const rows = rooms
    .filter((room) => room.members === members)
    .flatMap(({ peer, steps }) => steps.map((step) => [titleOf(peer), ...stepCells(step)]));
  return table(
    [
      ...['', 'messages/s', 'deliveries/s', 'p50 ms', 'p99 ms', 'lost', 'twice', 'µs CPU a delivery'],
      ...['bytes a delivery', 'server', 'load', 'late ms', ''],
    ],
    rows,
  );
}

function stepCells(step: Step): string[] {
  return [
    rounded(step.rate),
    whole(step.deliveriesPerSecond),
    milliseconds(step.p50),
    milliseconds(step.p99),
    whole(step.lost),
    whole(step.doubles),
    micros(step.cpuPerDelivery),
    whole(step.bytesPerDelivery),
    percent(step.serverLoad),
    percent(step.generatorLoad),
    milliseconds(step.lateness),
    isLoadBound(step) ? 'load-bound' : holds(step) ? 'held' : 'not held',
  ];
}
