/** `npm run chaos -- [--minutes 1] [--seed N] [--people 8]`: harm to a real server and its clients, by a seed. Ends with 1 at the first round with a difference. */
import { parseArgs } from 'node:util';
import { buildPage } from '../support/build-page.ts';
import { chaos } from './run.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    people: { type: 'string', default: '8' },
  },
});
const seed = Number(values.seed);
buildPage();
console.log(`Seed ${seed}.`);
const witness = await chaos({ seed, seconds: Number(values.minutes) * 60, people: Number(values.people) });
for (const [what, count] of witness.counts) console.log(`${String(count).padStart(8)}  ${what}`);
for (const difference of witness.differences.slice(0, 3)) console.error(`\n${difference}`);
console.log(
  witness.differences.length === 0
    ? `Nothing lost, nothing twice, nothing out of order, the same for all. Seed ${seed}.`
    : `${witness.differences.length} differences. Again: npm run chaos -- --seed ${seed}`,
);
process.exit(witness.differences.length === 0 ? 0 : 1);
