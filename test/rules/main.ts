/** Writes docs/rules.md, which says what tests hold each rule of PROTOCOL.md: `npm run rules`. */
import { writeFileSync } from 'node:fs';
import { pageOf } from './page.ts';
import { PAGE, readRules, readTitles } from './read.ts';

writeFileSync(PAGE, pageOf(readRules(), readTitles()));
