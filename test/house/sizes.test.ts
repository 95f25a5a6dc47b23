import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LONGEST = 300;
const MEDIAN = 80;
/** Where a file that is longer says so: `Longer than 300 lines, because …`. */
const FIRST_LINES = 5;

interface Sized {
  readonly file: string;
  readonly lines: readonly string[];
}

function sized(file: string): Sized {
  return { file, lines: readFileSync(file, 'utf8').trimEnd().split('\n') };
}

function isTooLong({ lines }: Sized): boolean {
  const isExplained = lines
    .slice(0, FIRST_LINES)
    .some((line) => /longer than 300 lines, because/i.test(line));
  return lines.length > LONGEST && !isExplained;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

describe.each(['src', 'test'])('a file of %s', (folder) => {
  const files = globSync(`${folder}/**/*.{ts,tsx,css}`).map(sized);

  it('is of no more than 300 lines, or says in its first lines why', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter(isTooLong).map(({ file, lines }) => `${file}: ${lines.length} lines`)).toEqual([]);
  });

  it('is of no more than 80 lines as a rule', () => {
    expect(median(files.map(({ lines }) => lines.length))).toBeLessThanOrEqual(MEDIAN);
  });
});

describe('a file of 301 lines', () => {
  const lines = Array.from({ length: 301 }, () => '');
  const why = '/** Longer than 300 lines, because a table is read as a whole. */';

  it('is too long', () => expect(isTooLong({ file: 'long.ts', lines })).toBe(true));

  it('is not where it says why', () =>
    expect(isTooLong({ file: 'long.ts', lines: [why, ...lines] })).toBe(false));
});
