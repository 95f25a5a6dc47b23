import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { describe, expect, it } from 'vitest';
import { named, othersWith } from '../support/brought-along.ts';

const ROW = /^\| `(?<name>[^`]+)` \| (?<why>[^|]+) \| (?<packages>\d+) \| [\d.]+ \|$/gm;
const rows = [...readFileSync('docs/decisions/24-dependencies.md', 'utf8').matchAll(ROW)].map(
  ({ groups }) => ({ name: groups?.name ?? '', why: groups?.why ?? '', packages: Number(groups?.packages) }),
);

const IMPORTED = /(?:\bfrom\s+|\bimport\s*\(?\s*)'(?<what>[^'.][^']*)'/g;
const code = globSync(['{src,test}/**/*.{ts,tsx}', 'vite.config.ts']).map((path) =>
  readFileSync(path, 'utf8'),
);
const imported = new Set(
  code.flatMap((text) => [...text.matchAll(IMPORTED)].map(({ groups }) => packageOf(groups?.what ?? ''))),
);

/** What is not imported, and by what it is used. */
const OTHERWISE: Readonly<Record<string, readonly [file: string, use: string]>> = {
  '@biomejs/biome': ['package.json', 'biome ci'],
  '@cloudflare/workers-types': ['tsconfig.worker.json', '"@cloudflare/workers-types"'],
  '@types/node': ['tsconfig.json', '"node"'],
  '@types/ws': ['test/raid/flood.ts', "from 'ws'"],
  node: ['package.json', '"node test/bench/main.ts"'],
  typescript: ['package.json', 'tsc --project'],
  wrangler: ['package.json', '"wrangler deploy"'],
};

/** `@a/b/c` as `@a/b`, `a/b` as `a`. */
function packageOf(what: string): string {
  return what.split('/', what.startsWith('@') ? 2 : 1).join('/');
}

describe('a dependency', () => {
  it('has a row with its reason, and each row is of one', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...named].sort());
    for (const { name, why } of rows) expect(why.length, name).toBeGreaterThan(5);
  });

  it.each(rows)('$name brings as many packages as its row says', ({ name, packages }) => {
    expect(othersWith(name)).toBe(packages);
  });

  it.each(named)('%s is used', (name) => {
    const [file, use] = OTHERWISE[name] ?? [];
    if (file === undefined || use === undefined) expect(imported).toContain(name);
    else expect(readFileSync(file, 'utf8')).toContain(use);
  });

  it('is named in package.json, whatever other package would bring it', () => {
    const foreign = [...imported].filter((name) => !isBuiltin(name) && !name.startsWith('cloudflare:'));
    expect(foreign.filter((name) => !named.includes(name))).toEqual([]);
  });
});
