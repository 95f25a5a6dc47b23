import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const WEB = fileURLToPath(new URL('../../src/web/', import.meta.url));

/** A side of the window, where the side of the text is meant; paddings and margins whose sides differ. */
const SIDES =
  /^\s*(?:left|right|(?:margin|padding|border)-(?:left|right)\b[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear):\s*(?:left|right))\b/;
const FOUR = /^\s*(?:margin|padding|inset):\s*(?<values>[^;]+);/;

function isPhysical(line: string): boolean {
  if (line.includes('env(safe-area-inset-')) return false;
  const [, right, , left] = valuesOf(FOUR.exec(line)?.groups?.values ?? '');
  return SIDES.test(line) || (left !== undefined && left !== right);
}

/** The values of a shorthand; what stands in brackets is one. */
function valuesOf(text: string): string[] {
  let depth = 0;
  const marked = [...text].map((letter) => {
    depth += Number(letter === '(') - Number(letter === ')');
    return letter === ' ' && depth === 0 ? '\n' : letter;
  });
  return marked.join('').split('\n');
}

describe('the style', () => {
  it('speaks of start and end, so that from right to left the page is a mirror', () => {
    const files = globSync('**/*.css', { cwd: WEB });
    expect(files.length).toBeGreaterThan(20);
    const lines = files.flatMap((file) =>
      readFileSync(join(WEB, file), 'utf8')
        .split('\n')
        .filter(isPhysical)
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
  });

  it.each([
    '  left: 0;',
    '  margin-left: auto;',
    '  text-align: right;',
    '  padding: 0 0 0 calc(1px + 2px);',
  ])('is caught where it says %j', (line) => expect(isPhysical(line)).toBe(true));

  it.each(['  inset-inline-start: 0;', '  padding: 0 calc(1px + 2px) 0;', '  margin: 1px 2px 3px 2px;'])(
    'may say %j',
    (line) => expect(isPhysical(line)).toBe(false),
  );
});
