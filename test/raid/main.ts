/** `npm run raid [-- --seconds 8] [--bare]`: a raid against a real server; tells what was tried, what got through and how the others fared. Ends with 1 where anything did. `--bare` leaves wrangler's proxy out, which is what the figures are to be taken with. */
import { parseArgs } from 'node:util';
import { buildPage } from '../support/build-page.ts';
import { tell } from './report.ts';
import { raid } from './run.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, bare: { type: 'boolean', default: false } },
});
buildPage();
const report = await raid({ seconds: Number(values.seconds), isBare: values.bare });
console.log(tell(report));
const isWell = report.ledger.throughs.length === 0 && report.disturbed.length === 0;
process.exit(isWell ? 0 : 1);
