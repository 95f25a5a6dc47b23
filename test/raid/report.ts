import type { RaidReport } from './run.ts';

/** The share of all below which a figure lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What was tried and what got through, and how the others fared, for a person. */
export function tell({ ledger, talks, disturbed }: RaidReport): string {
  const tried = ledger.rows.map(
    ({ what, tried, through }) => `${String(tried).padStart(8)}  ${what}: ${through} got through`,
  );
  const fared = [...talks].map(([when, taken]) => {
    const ms = taken.filter((one) => one !== undefined).sort((one, other) => one - other);
    const [p50, p99] = [0.5, 0.99].map((share) => quantile(ms, share).toFixed(1));
    const lost = taken.length - ms.length;
    return `${String(taken.length).padStart(8)}  messages of 20 members ${when}: p50 ${p50} ms, p99 ${p99} ms, ${lost} not taken`;
  });
  const wrong = [...ledger.throughs, ...disturbed];
  return [...tried, ...fared, `${wrong.length} got through.`, ...wrong.slice(0, 20)].join('\n');
}
