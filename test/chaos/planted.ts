/** `node test/chaos/planted.ts [kind …] [--minutes 1]`: the chaos against a copy of Parlor with a mistake planted in it, for so long each. Ends with 1 where one is not found. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildPage } from '../support/build-page.ts';
import { type Plant, plants } from './plants.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'src',
  'public',
  'dist',
  'test',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'wrangler.toml',
];

const { values, positionals: asked } = parseArgs({
  options: { minutes: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const kinds = asked.length > 0 ? asked : Object.keys(plants);
buildPage();
const missed = kinds.filter((kind) => !isFound(kind));
console.log(missed.length === 0 ? 'All were found.' : `Not found: ${missed.join(', ')}`);
process.exit(missed.length === 0 ? 0 : 1);

function isFound(kind: string): boolean {
  const plant = plants[kind];
  if (!plant) throw new Error(`There is no "${kind}"; there are ${Object.keys(plants).join(', ')}.`);
  const copy = plantedCopy(plant);
  console.log(`\n${kind}: ${plant.breaks}.`);
  const startedAt = Date.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['test/chaos/main.ts', '--minutes', values.minutes, '--seed', '11'],
    { cwd: copy, encoding: 'utf8' },
  );
  rmSync(copy, { recursive: true });
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  console.log(`${status === 0 ? 'NOT found' : 'Found'} after ${seconds} s.`);
  console.log(status === 0 ? stdout : stderr.trim().split('\n').slice(0, 2).join('\n'));
  return status !== 0 && stdout.includes('differences');
}

function plantedCopy({ file, edits }: Plant): string {
  const copy = mkdtempSync(join(tmpdir(), 'parlor-planted-'));
  for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const code = readFileSync(join(copy, file), 'utf8');
  const planted = edits.reduce((code, [find, replace]) => {
    if (!code.includes(find)) throw new Error(`${file} has no "${find}" any more.`);
    return code.replace(find, replace);
  }, code);
  writeFileSync(join(copy, file), planted);
  return copy;
}
