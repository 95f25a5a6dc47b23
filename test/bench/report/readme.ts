import type { Figures } from '../figures.ts';
import { provenance } from './document.ts';
import { sizesOf } from './held.ts';
import { summaryTable } from './tables.ts';
import { times } from './words.ts';

const BLOCK = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
const SHOWN = 500;

/** The README with the figures of this run between its two marks. */
export function withSummary(readme: string, figures: Figures): string {
  if (!BLOCK.test(readme)) throw new Error('The README has no place for the figures.');
  return readme.replace(BLOCK, (_, start, end) => `${start}${summaryOf(figures)}\n${end}`);
}

function summaryOf(figures: Figures): string {
  const members = sizesOf(figures).includes(SHOWN) ? SHOWN : (sizesOf(figures).at(-1) ?? SHOWN);
  const p50 = (name: string) => figures.calm.find(({ peer }) => peer === name)?.p50 ?? Number.NaN;
  return `${summaryTable(figures, members)}

Ten people at ten messages a second: half of the deliveries within ${times(p50('parlor') / p50('echo'))} what a bare echo takes. Measured ${provenance(figures)}.`;
}
