/** `npm run bench -- [--quick] [--members 10,500] [--peers parlor,naive] [--seconds 3]`: see docs/bench.md. */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { readOptions } from './options.ts';
import { write } from './report/write.ts';
import { run } from './run.ts';
import { LOAD_CORE } from './servers/server-process.ts';

/** Whatever hangs, this ends it, and the servers with it. */
const MOST_MINUTES = 30;

setTimeout(() => {
  console.error(`Not done after ${MOST_MINUTES} minutes.`);
  process.exit(1);
}, MOST_MINUTES * 60_000).unref();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
if (cpus().length < 2) throw new Error('The server and the load need a core each.');
execFileSync('taskset', ['-a', '-p', '-c', `${LOAD_CORE}`, `${process.pid}`], { stdio: 'ignore' });

const options = readOptions(process.argv.slice(2));
const folder = write(await run(options), options.isWhole);
console.log(`In ${folder}: bench.md, bench.svg, bench.json.`);
process.exit(0);
