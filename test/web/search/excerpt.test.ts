import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../../../src/protocol/search.ts';
import { excerpt } from '../../../src/web/search/excerpt.ts';

const shown = (text: string, query: string) =>
  excerpt(text, wordsOf(query))
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('');

it.each([
  ['a short text whole', 'The big table', 'big', 'The [big] table'],
  [
    'every word that was found, as it is written',
    'Un été à la mer, l’ÉTÉ',
    'ete mer',
    'Un [été] à la [mer], l’[ÉTÉ]',
  ],
  ['no signs of Markdown, and one line', '> **big**\n\n- `table`', 'table', 'big [table]'],
  ['the text, where what was found is in an address', '[a map](https://example.org/shed)', 'shed', 'a map'],
  ['a text whole that begins with what was found', 'big table', 'big', '[big] table'],
])('an excerpt shows %s', (_, text, query, expected) => {
  expect(shown(text, query)).toBe(expected);
});

it('an excerpt of a long text begins at a word a little before the first word found, and says where it was cut', () => {
  const text = `${'and so on '.repeat(50)}big table ${'and so on '.repeat(50)}`;
  expect(shown(text, 'table')).toMatch(/^…(so|and|on) [\w ]{20,40}big \[table\] and .*…$/);
  expect(shown(text, 'table').length).toBeLessThan(220);
});

it('an excerpt of a text without spaces is cut between code points', () => {
  const text = `${'𠮷'.repeat(100)}花园${'𠮷'.repeat(300)}`;
  expect(shown(text, '花园')).toMatch(/^…𠮷{19,20}\[花园\]𠮷+…$/u);
  expect(shown(text.replace('花园', 'a花园'), '花园')).toMatch(/^…𠮷{19,20}a\[花园\]𠮷+…$/u);
});

it('an excerpt says that the text goes on where what is left out of it is long', () => {
  expect(shown(`table${'\n'.repeat(900)}chairs`, 'table')).toBe('[table]…');
});

it('an excerpt ends between code points, wherever it is cut', () => {
  for (const more of ['', 'a']) {
    const text = `${more}table [a](https://example.org/${'x'.repeat(500)}) ${'𠮷'.repeat(400)}`;
    expect(shown(text, 'table').isWellFormed()).toBe(true);
  }
});

it('an excerpt of plain words shows what was found, however long it is', () => {
  const words = fc.array(fc.constantFrom('garden', 'table', 'chair', 'été', '花园'), { maxLength: 400 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const text = [...before, 'NEEDLE', ...after].join(' ');
      expect(shown(text, 'needle')).toContain('[NEEDLE]');
    }),
  );
});
