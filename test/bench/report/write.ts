import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figures } from '../figures.ts';
import { ROOT } from '../servers/paths.ts';
import { documentOf } from './document.ts';
import { pictureOf } from './picture.ts';
import { withSummary } from './readme.ts';

/** Table, picture and raw figures: into `docs` and the README, or, of a run that left something out, put aside. */
export function write(figures: Figures, isWhole: boolean): string {
  const folder = isWhole ? join(ROOT, 'docs') : mkdtempSync(join(tmpdir(), 'bench-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.md'), documentOf(figures));
  writeFileSync(join(folder, 'bench.svg'), pictureOf(figures));
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(figures, null, 1)}\n`);
  if (isWhole) {
    const readme = join(ROOT, 'README.md');
    writeFileSync(readme, withSummary(readFileSync(readme, 'utf8'), figures));
  }
  return folder;
}
