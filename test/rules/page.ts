import { gistOf, type Rule } from './rules.ts';
import type { Title } from './titles.ts';

/** docs/rules.md: first which rules there are and where they are held, then by what, rule by rule. */
export function pageOf(rules: readonly Rule[], titles: readonly Title[]): string {
  const held = rules.map((rule) => ({
    rule,
    by: titles.filter((title) => title.rules.includes(rule.number)),
  }));
  const quoting = new Set(held.flatMap(({ by }) => by)).size;
  return `# The rules, and the tests that hold them

Of [PROTOCOL.md](../PROTOCOL.md): ${rules.length} rules, quoted by ${quoting} tests. Made by \`npm run rules\` of the names of the tests; \`test/house/rules.test.ts\` lets no rule stand without one, none be quoted that there is not, and this page not grow old.
${held.map(({ rule, by }, at) => headOf(rule, rules[at - 1]) + rowOf(rule, by)).join('')}
## What holds each rule
${held.map(({ rule, by }) => listOf(rule, by)).join('')}`;
}

const headOf = ({ section }: Rule, before: Rule | undefined) =>
  section === before?.section ? '' : `\n## ${section}\n\n| rule | which | tests |\n| --- | --- | --- |\n`;

const rowOf = (rule: Rule, by: readonly Title[]) =>
  `| [${rule.number}](#${rule.number.toLowerCase()}) | ${gistOf(rule).replaceAll('|', '\\|')} | ${placesOf(by)} |\n`;

function placesOf(by: readonly Title[]): string {
  const folders = Map.groupBy(by, ({ file }) => file.split('/', 1)[0]);
  return [...folders].map(([folder, titles]) => `${folder} ${titles.length}`).join(', ');
}

const listOf = ({ number }: Rule, by: readonly Title[]) =>
  `\n### ${number}\n\n${[...Map.groupBy(by, ({ file }) => file)].map(fileOf).join('')}`;

const fileOf = ([file, titles]: [string, readonly Title[]]) =>
  `- [${file}](../test/${file})\n${titles.map(({ words }) => `  - ${legible(words)}\n`).join('')}`;

/** A name holds signs that Markdown would take for its own. */
const legible = (words: string) => words.replaceAll(/[\\`*_[\]<>|#~]/g, '\\$&').replaceAll('\n', ' ');
