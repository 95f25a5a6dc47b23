import { prices } from '../../../src/web/admin/prices.ts';
import type { Rows } from '../measure/rows.ts';

/** Of an object, whatever it uses. */
const GIGABYTES = 0.128;
/** Between two pings of Parlor's client. */
const PING_SECONDS = 25;
const MONTH_SECONDS = 30 * 24 * 3_600;

/** Dollars that a million messages cost where each takes `cpu` µs of the object's CPU, which is taken for its duration. */
export function dollarsPerMillion({ written, read }: Rows, cpu: number): number {
  const requests = prices.millionRequests / prices.messagesPerRequest;
  const rows = written * prices.millionRowsWritten + read * prices.millionRowsRead;
  return rows + requests + cpu * GIGABYTES * (prices.millionGigabyteSeconds / 1e6);
}

/** Dollars a month for the pings of a thousand members who say nothing, which the platform answers. */
export function dollarsIdle(): number {
  const pings = (1_000 * MONTH_SECONDS) / PING_SECONDS;
  return (pings / prices.messagesPerRequest / 1e6) * prices.millionRequests;
}

/** Dollars a month for an object that never sleeps. */
export function dollarsAwake(): number {
  return MONTH_SECONDS * GIGABYTES * (prices.millionGigabyteSeconds / 1e6);
}

/** As the report states it. */
export const formula = [
  `rows written × $${prices.millionRowsWritten.toFixed(2)}`,
  `rows read × $${prices.millionRowsRead}`,
  `1/${prices.messagesPerRequest} request × $${prices.millionRequests}`,
  `seconds of the object × ${GIGABYTES} GB × $${prices.millionGigabyteSeconds.toFixed(2)} a million GB-s`,
].join(' + ');
