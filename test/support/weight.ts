/** Weighs what loads before the first message is shown, and ends with 1 where that is too much: `npm run weight`, after a build. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { firstLoad } from './first-load.ts';

const MOST = 45_000;
const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../dist${path}`, import.meta.url)), 'utf8');
const figures = new Intl.NumberFormat('en');
const print = (bytes: number, what: string) => console.log(`${figures.format(bytes).padStart(8)}  ${what}`);

const weights = [...firstLoad(read('/index.html'), read)].map(
  ([path, code]) => [path, gzipSync(code, { level: 9 }).length] as const,
);
const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
console.log('Bytes, gzipped, before the first message is shown:');
for (const [path, weight] of weights) print(weight, path);
print(all, `in all, of at most ${figures.format(MOST)}`);
if (all > MOST || weights.length === 0) process.exitCode = 1;
