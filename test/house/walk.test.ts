import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ARROWS } from './arrows.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const walk = readFileSync(`${ROOT}docs/architecture.md`, 'utf8');
/** A file, as the walk names one. */
const NAMED = /`([\w/.-]+\.(?:tsx?|json))`/g;
const nameOf = (room: string) => room.replace('.ts', '');

it('the picture of the house shows each arrow that is allowed, and no other', () => {
  const drawn = [...walk.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${from} → ${to}`);
  const allowed = Object.entries(ARROWS).flatMap(([from, all]) =>
    all.map((to) => `${nameOf(from)} → ${nameOf(to)}`),
  );
  expect(drawn.sort()).toEqual(allowed.sort());
});

/** Files by the end of their path; a bare name is one beside the file that was named before, or the only one of that name. */
function strays(line: string, files: readonly string[]): string[] {
  let folder = '';
  const named = [...line.matchAll(NAMED)].map(([, name = '']) => name);
  return named.filter((name) => {
    const found = files.filter((file) => file.endsWith(`/${name}`));
    const [file] = found.length > 1 ? found.filter((one) => dirname(one) === folder) : found;
    folder = file ? dirname(file) : folder;
    return file === undefined;
  });
}

it('the walk leads through files that there are, and leaves open of none which it is', () => {
  const files = globSync(['src/**/*.{ts,tsx}', 'test/**/*.ts', '*.{json,ts}'], { cwd: ROOT }).map(
    (file) => `/${file}`,
  );
  expect(strays('`client/outbox.ts`, `connection.ts`', files)).toEqual([]);
  expect(strays('`connection.ts`', files)).toEqual(['connection.ts']);
  expect(walk.match(NAMED)?.length).toBeGreaterThan(40);
  expect(walk.split('\n').flatMap((line) => strays(line, files))).toEqual([]);
});
