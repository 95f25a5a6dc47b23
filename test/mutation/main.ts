/**
 * Plants mistakes in the room and in the client's machine, one at a time in a copy, and tells which of them no test notices:
 * `npm run mutants` for all of them, which takes half an hour and writes docs/mutants.md, or
 * `npm run mutants -- src/room/gate.ts src/room/page.ts:20-40`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explained } from './explained.ts';
import { pageOf } from './page.ts';
import { byFile, type Report, shown, unnoticed } from './report.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STRYKER = 'test/mutation/node_modules/.bin/stryker';
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });

const files = process.argv.slice(2);
if (!existsSync(ROOT + STRYKER)) run('npm', 'ci', '--prefix', 'test/mutation', '--ignore-scripts');
run(STRYKER, 'run', 'test/mutation/stryker.json', ...(files.length > 0 ? ['--mutate', files.join()] : []));

const report: Report = JSON.parse(readFileSync(`${ROOT}node_modules/.mutants/report.json`, 'utf8'));
const tallies = byFile(report);
const left = tallies
  .flatMap(unnoticed)
  .filter((mutant) => !explained.some(({ what }) => what.includes(shown(mutant))));
if (files.length === 0) writeFileSync(`${ROOT}docs/mutants.md`, pageOf(tallies, explained, left));
for (const mutant of left) console.log(`${mutant.file}:${mutant.line}\n- ${mutant.was}\n+ ${mutant.is}`);
console.log(`${left.length} that no test notices, and that test/mutation/explained.ts does not explain.`);
