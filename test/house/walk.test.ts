import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ARROWS } from './arrows.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const walk = readFileSync(`${ROOT}docs/architecture.md`, 'utf8');
const nameOf = (room: string) => room.replace('.ts', '');

it('the picture of the house shows each arrow that is allowed, and no other', () => {
  const drawn = [...walk.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${from} → ${to}`);
  const allowed = Object.entries(ARROWS).flatMap(([from, all]) =>
    all.map((to) => `${nameOf(from)} → ${nameOf(to)}`),
  );
  expect(drawn.sort()).toEqual(allowed.sort());
});

it('the walk leads through files that there are', () => {
  const files = globSync(['src/**/*.{ts,tsx}', 'test/**/*.ts', '*.{json,ts}'], { cwd: ROOT }).map(
    (file) => `/${file}`,
  );
  const named = [...walk.matchAll(/`(?<file>[\w/.-]+\.(?:tsx?|json))`/g)].map(
    ({ groups }) => groups?.file ?? '',
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !files.some((file) => file.endsWith(`/${name}`)))).toEqual([]);
});
