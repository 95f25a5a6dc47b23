import { expect, it } from 'vitest';
import { measureRows } from './measure/rows.ts';
import { peers } from './peers/peers.ts';

it('the bench starts Parlor, fills it with people, and counts one row a message', async () => {
  const parlor = peers.find(({ name }) => name === 'parlor');
  expect((parlor && (await measureRows(parlor, 0.2)))?.written).toBeCloseTo(1, 0);
}, 60_000);
