import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Figures } from './figures.ts';
import type { Step } from './measure/step.ts';
import { holds, isLoadBound } from './measure/step.ts';
import { heldAt } from './report/held.ts';
import { dollarsAwake, dollarsPerMillion } from './report/prices.ts';
import { withSummary } from './report/readme.ts';

const step: Step = {
  ...{ rate: 40, members: 500, deliveriesPerSecond: 20_000, p50: 10, p99: 150, lateness: 1 },
  ...{ lost: 0, doubles: 0, disordered: 0, broken: 0, bytesPerDelivery: 225 },
  ...{ cpuPerDelivery: 10, cpuPerMessage: 5_000, serverLoad: 0.5, generatorLoad: 0.2 },
};

const room = (peer: 'parlor' | 'naive', deliveriesPerSecond: number) => ({
  ...{ peer, members: 500, bytesPerConnection: 1_024, join: undefined, steps: [], isLoadBound: false },
  best: { ...step, deliveriesPerSecond },
});

const figures: Figures = {
  machine: {
    ...{
      date: '2026-11-24',
      cpu: 'a CPU',
      cores: 2,
      gibibytes: 24,
      kernel: '6',
      loadBefore: 0,
      commit: 'abc',
    },
    versions: {},
  },
  ...{ seconds: 3, ceilings: [], solo: [], reading: [], bigRoom: undefined },
  rooms: [room('parlor', 600_000), room('naive', 50_000)],
  calm: [
    { peer: 'echo', p50: 1, p99: 2, deliveries: 100 },
    { peer: 'parlor', p50: 1.2, p99: 2, deliveries: 100 },
  ],
  rows: [{ peer: 'parlor', written: 1, read: 0 }],
};

describe('a step', () => {
  it('is held up to its latency', () => {
    expect(holds(step)).toBe(true);
    expect(holds({ ...step, p99: 150.01 })).toBe(false);
    expect(holds({ ...step, p99: Number.NaN })).toBe(false);
  });

  it.each(['lost', 'doubles', 'disordered', 'broken'])('is not held with a single one %s', (what) => {
    expect(holds({ ...step, [what]: 1 })).toBe(false);
  });

  it('says nothing against a server that waits for the load', () => {
    expect(isLoadBound({ ...step, generatorLoad: 0.95 })).toBe(true);
    expect(isLoadBound({ ...step, generatorLoad: 0.95, serverLoad: 0.99 })).toBe(false);
    expect(isLoadBound(step)).toBe(false);
  });
});

describe('what a million messages cost', () => {
  it('is the rows, above all', () => {
    expect(dollarsPerMillion({ peer: 'parlor', written: 1, read: 0 }, 0)).toBeCloseTo(1.0075);
    expect(dollarsPerMillion({ peer: 'parlor', written: 0, read: 1 }, 0)).toBeCloseTo(0.0085);
  });

  it('is 0.0016 dollars more for each ms that a message keeps the object busy', () => {
    expect(dollarsPerMillion({ peer: 'parlor', written: 0, read: 0 }, 1_000)).toBeCloseTo(0.0091);
    expect(dollarsAwake()).toBeCloseTo(4.15, 2);
  });
});

describe('the report', () => {
  it('sets each beside the naive room', () => {
    expect(heldAt(figures, 500).map(({ peer, toNaive }) => [peer, toNaive])).toEqual([
      ['parlor', 12],
      ['naive', 1],
    ]);
  });

  it('has its place in the README, and fills it anew each time', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const once = withSummary(readme, figures);
    expect(once).toContain('| Parlor | 600,000 | 12.0 × |');
    expect(once).toContain('within 1.20 ×');
    expect(withSummary(once, figures)).toBe(once);
    expect(once.replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, '')).toBe(
      readme.replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, ''),
    );
  });
});
