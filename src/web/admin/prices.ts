import type { Usage } from '../../protocol/listing.ts';

/** Dollars, from Cloudflare's price list for Durable Objects, paid plan, November 2026. */
export const prices = {
  millionRequests: 0.15,
  /** Inbound WebSocket messages that count as one request; outbound ones are free. */
  messagesPerRequest: 20,
  millionGigabyteSeconds: 12.5,
  millionRowsWritten: 1,
  millionRowsRead: 0.001,
  gigabyteMonth: 0.2,
} as const;

/** Dollars that a month costs with this usage and these bytes stored, before what a plan includes. */
export function dollarsAMonth(days: readonly Usage[], bytes: number): number {
  const used = days.reduce(
    (sum, { rowsRead, rowsWritten, requests }) =>
      sum +
      rowsRead * prices.millionRowsRead +
      rowsWritten * prices.millionRowsWritten +
      requests * prices.millionRequests,
    0,
  );
  return used / 1e6 + (bytes / 1e9) * prices.gigabyteMonth;
}
