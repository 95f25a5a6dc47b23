import { expect, it } from 'vitest';
import { tell } from './report.ts';
import { raid } from './run.ts';

it('[H3] [H5] [H6] [E1] a raid of fifty gets nothing through, and twenty who talk meanwhile miss nothing', async () => {
  const report = await raid({ seconds: 2 });
  console.log(tell(report));
  expect(report.ledger.throughs).toEqual([]);
  expect(report.disturbed).toEqual([]);
}, 240_000);
