import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Rule, rulesOf } from './rules.ts';
import { type Title, titlesOf } from './titles.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const TEST = here('test/');

export const PAGE = here('docs/rules.md');

export const readRules = (): Rule[] => rulesOf(readFileSync(here('PROTOCOL.md'), 'utf8'));

/** Each file under test, and what stands in it: tests, and the contracts that several of them hold to. */
export const readTests = (): (readonly [file: string, code: string])[] =>
  globSync('**/*.ts', { cwd: TEST, exclude: ['**/node_modules'] })
    .sort()
    .map((file) => [file, readFileSync(join(TEST, file), 'utf8')] as const);

export const readTitles = (): Title[] => readTests().flatMap(([file, code]) => titlesOf(file, code));
