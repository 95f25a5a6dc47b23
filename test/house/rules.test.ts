import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../rules/page.ts';
import { PAGE, readRules, readTests, readTitles } from '../rules/read.ts';
import { gistOf, rulesOf } from '../rules/rules.ts';
import { quotedIn, titlesOf } from '../rules/titles.ts';

const rules = readRules();
const tests = readTests();
const titles = readTitles();
const numbers = new Set(rules.map(({ number }) => number));

describe('the rules of PROTOCOL.md', () => {
  it('are read as a whole, each under a number of its own', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(numbers.size).toBe(rules.length);
    expect(titles.length).toBeGreaterThan(1_000);
  });

  it('are each held by a test that quotes its number', () => {
    const held = new Set(titles.flatMap((title) => title.rules));
    expect([...numbers].filter((number) => !held.has(number))).toEqual([]);
  });

  it('are quoted by no number that there is not', () => {
    const wrong = tests.flatMap(([file, code]) =>
      quotedIn(code).flatMap((number) => (numbers.has(number) ? [] : [`${file}: ${number}`])),
    );
    expect(wrong).toEqual([]);
  });

  it('stand in docs/rules.md with the tests that there are now: npm run rules', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(pageOf(rules, titles));
  });
});

describe('the reading of rules', () => {
  it('knows the section of each, and leaves out what has no number', () => {
    expect(rulesOf('## 4. Events\n\nSeqs.\n\n- **S1** One. Two.\n- **S2** Two.\n')).toEqual([
      { number: 'S1', section: 'Events', text: 'One. Two.' },
      { number: 'S2', section: 'Events', text: 'Two.' },
    ]);
  });

  it.each([
    ['One. Two.', 'One.'],
    ['See e.g. this. `two` follows.', 'See e.g. this.'],
    [`${'word '.repeat(30)}end.`, `${'word '.repeat(24).trim()} …`],
    ['`{"type":"send","text"}` makes `{"type":"a"}`.', '`{"type":"send",…}` makes `{"type":"a"}`.'],
    [`So \`${'word '.repeat(30)}\` end.`, 'So …'],
  ])('shortens %j', (text, gist) => {
    expect(gistOf({ number: 'S1', section: '', text })).toBe(gist);
  });
});

describe('the reading of names', () => {
  const wordsOf = (code: string) => titlesOf('a.test.ts', code).map(({ words, rules }) => [words, rules]);

  it.each([
    ["it('a', () => {});", 'a', []],
    ["it('_S1_ _S2_ a', () => {});", 'a', ['S1', 'S2']],
    ["it.each([1])('_S1_ a %s', () => {});", 'a %s', ['S1']],
    ["it.skipIf(true).each([1])('_S1_ a', () => {});", 'a', ['S1']],
    ['test(`_S1_ a $' + '{b} c`, () => {});', 'a … c', ['S1']],
    ["describe('_S1_ a', () => { it('_S2_ b', () => {}); });", 'a › b', ['S1', 'S2']],
    ["describe('_S1_ a', () => {}); it('b', () => {});", 'b', []],
  ])('finds %s', (code, words, quoted) => {
    const quoting = code.replaceAll(/_(S\d)_/g, '[$1]');
    expect(wordsOf(quoting)).toEqual([[words, quoted]]);
  });

  it.each([
    "it.skip('a', () => {});",
    "it.todo('a');",
    "describe.skip('a', () => { it('b', () => {}); });",
    "describe.skip.each([1])('a', () => { describe('b', () => { it('c', () => {}); }); });",
  ])('finds nothing in %s', (code) => {
    expect(wordsOf(code)).toEqual([]);
  });
});
