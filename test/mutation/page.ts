import type { Explanation } from './explained.ts';
import { type Mutant, shown, type Tally, unnoticed } from './report.ts';

/** docs/mutants.md. */
export function pageOf(
  tallies: readonly Tally[],
  explained: readonly Explanation[],
  left: readonly Mutant[],
): string {
  const all = { file: 'in all', mutants: tallies.flatMap(({ mutants }) => mutants) };
  const survivors = new Set(unnoticed(all).map(shown));
  return `# Planted mistakes

What [Stryker](https://stryker-mutator.io) plants in the room and in the client's machine, one mistake at a time (a condition turned round, a call left out, a bound moved by one …), and whether a test notices. Made by \`npm run mutants\`, in half an hour; the tests that try all that can happen (\`properties.test.ts\`) are left out, so that it is the short ones that notice. Stryker stays out of the project's own packages: it is larger than all of them, and is fetched to \`test/mutation\` when first asked for.

| file | planted | noticed | |
| --- | ---: | ---: | ---: |
${[...tallies, all]
  .filter(({ mutants }) => mutants.length > 0)
  .map(rowOf)
  .join('')}
## Those that nobody can notice, and why

${explained
  .map(({ why, what }) =>
    listOf(
      why,
      what.filter((each) => survivors.has(each)),
    ),
  )
  .join('')}${left.length === 0 ? '' : listOf('Not explained yet.', left.map(shown))}`;
}

function rowOf(tally: Tally): string {
  const { length } = tally.mutants;
  const noticed = length - unnoticed(tally).length;
  return `| ${tally.file} | ${length} | ${noticed} | ${((100 * noticed) / length).toFixed(1)} % |\n`;
}

const listOf = (why: string, what: readonly string[]) =>
  what.length === 0 ? '' : `**${why}**\n\n${what.map((each) => `- ${asCode(each)}\n`).join('')}\n`;

const asCode = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
