import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = globSync(['*.md', 'docs/**/*.md']).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** What proves a command: the file that runs it and the words in it that do; `options` is where its options are read. */
interface Proof {
  readonly file: string;
  readonly runs: string;
  readonly options?: string;
}

const COMMANDS = 'test/commands/commands.test.ts';

/** By how a command begins, the longest first. What CI runs before the tests is proved by its being there. */
const PROOFS: Readonly<Record<string, Proof>> = {
  'npm ci': { file: '.ci/run', runs: 'npm ci && npm test' },
  'npm test': { file: '.ci/run', runs: 'npm ci && npm test' },
  'npm run check': { file: 'package.json', runs: '"test": "npm run check"' },
  'npm run lint': { file: 'package.json', runs: '"check": "npm run lint && ' },
  'npm run weight': { file: COMMANDS, runs: "prints('npm run weight')" },
  'npm run fix': { file: COMMANDS, runs: "prints('npm run fix')" },
  'npm start': { file: COMMANDS, runs: 'npm start -- --port' },
  'npm run chat': {
    ...{ file: 'test/browser/terminal.test.ts', runs: "'npm', ['run', '-s', 'chat', '--'" },
    options: 'src/terminal/arguments.ts',
  },
  'npm run bench': { file: COMMANDS, runs: 'npm run bench -- --quick', options: 'test/bench/options.ts' },
  'npm run chaos': {
    ...{ file: 'test/chaos/planted.ts', runs: "['test/chaos/main.ts', '--minutes'" },
    options: 'test/chaos/main.ts',
  },
  'npm run raid': {
    ...{ file: 'test/raid/raid.test.ts', runs: 'await raid({ seconds: 2 })' },
    options: 'test/raid/main.ts',
  },
  'npm run fuzz': { file: 'test/durable/fuzz.test.ts', runs: 'any frame (seed' },
  'npm run rules': { file: COMMANDS, runs: "prints('npm run rules')" },
  'npm run pictures': { file: 'test/pictures/pictures.test.ts', runs: 'sheetOf(browser, [shot])' },
  'npx vitest run': { file: COMMANDS, runs: 'npx vitest run --project node', options: 'vite.config.ts' },
  'npx wrangler deploy': { file: COMMANDS, runs: 'npx wrangler deploy --dry-run' },
  'npx wrangler secret put': { file: COMMANDS, runs: 'npx wrangler secret put --help' },
  'npx node test/chaos/planted.ts': { file: COMMANDS, runs: 'npx node test/chaos/planted.ts leak' },
  'npx node test/upgrades/write-state.ts': { file: COMMANDS, runs: 'npx node test/upgrades/write-state.ts' },
  'npx node test/support/brought-along.ts': {
    file: COMMANDS,
    runs: 'npx node test/support/brought-along.ts',
  },
};

/** Of another's: what pipes into ours, or looks about. */
const OTHERS = ['uptime', 'grep'];

/** Fetches Stryker, and takes half an hour: what nobody waits for in a test. */
const UNPROVED = 'npm run mutants';

/** In blocks of sh every line, within a line what begins as a command does; joined commands each by itself. */
function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n(?<lines>.*?)^```/gms)].flatMap(
    ({ groups }) => groups?.lines?.split('\n') ?? [],
  );
  const inline = [...text.matchAll(/`(?<line>(?:npm|npx|node) [^`]+)`/g)].map(
    ({ groups }) => groups?.line ?? '',
  );
  return [...blocks, ...inline]
    .flatMap((line) => line.replace(/\s+#.*/, '').split(/&&|\|/))
    .map((command) => command.trim().replace('npm run -s ', 'npm run '))
    .filter((command) => command !== '' && !OTHERS.includes(command.split(' ')[0] ?? ''));
}

const named = [...new Set(pages.flatMap(({ text }) => commandsIn(text)))];
const commands = named.filter((command) => !command.startsWith(UNPROVED));
const beginningOf = (command: string) =>
  Object.keys(PROOFS).find((beginning) => `${command} `.startsWith(`${beginning} `));

describe('a command that a page names', () => {
  it('is found, in blocks and within lines', () => {
    const text =
      '```sh\nnpm ci && npm start   # here\nuptime | npm run -s chat -- x\n```\nor `npx a b`, `npm`';
    expect(commandsIn(text)).toEqual(['npm ci', 'npm start', 'npm run chat -- x', 'npx a b']);
    expect(commands.length).toBeGreaterThan(20);
  });

  it.each(commands)('%s is run by a test', (command) => {
    const { file, runs, options } = PROOFS[beginningOf(command) ?? ''] ?? {};
    if (file === undefined || runs === undefined) throw new Error('Nothing runs it.');
    expect(readFileSync(file, 'utf8')).toContain(runs);
    const read = options === undefined ? '' : readFileSync(options, 'utf8');
    for (const [, option] of command.matchAll(/ --([a-z]+)/g))
      expect(read).toMatch(new RegExp(`\\b${option}`));
  });

  it.each(commands.filter((command) => /\.ts\b/.test(command)))(
    '%s names files that are there',
    (command) => {
      for (const [path] of command.matchAll(/\S+\.ts\b/g)) expect(existsSync(path)).toBe(true);
    },
  );

  it.each(Object.keys(PROOFS))('%s is named by a page, or needs no proof', (beginning) => {
    expect(commands.map(beginningOf)).toContain(beginning);
  });
});

describe.each(pages)('$path', ({ path, text }) => {
  it('leads to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)(?<to>[^)#]+)/g)].map(({ groups }) => groups?.to ?? '');
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
  });
});
