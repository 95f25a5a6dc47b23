import { expect, it } from 'vitest';
import { lookOf } from '../../src/terminal/look.ts';

const paints = (isTTY: boolean, environment: NodeJS.ProcessEnv) =>
  lookOf({ isTTY }, environment).paint('own', 'Ann') !== 'Ann';

it('has colours on a terminal alone, and where NO_COLOR does not forbid them', () => {
  expect(paints(true, {})).toBe(true);
  expect(paints(true, { NO_COLOR: '' })).toBe(true);
  expect(paints(true, { NO_COLOR: '1' })).toBe(false);
  expect(paints(true, { TERM: 'dumb' })).toBe(false);
  expect(paints(false, {})).toBe(false);
  expect(paints(false, { FORCE_COLOR: '1' })).toBe(false);
});

it('keeps the text as it is within the colours', () => {
  const painted = lookOf({ isTTY: true }, {}).paint('own', 'Ann');
  expect(painted.startsWith('\x1b[') && painted.includes('Ann') && painted.endsWith('m')).toBe(true);
});
