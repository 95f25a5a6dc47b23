import { expect, it } from 'vitest';
import { gist } from '../../src/web/parts/gist.ts';

const said = (text: string) => gist(text, 40);

it.each([
  ['**bold**, *so* so, ~~not~~ and `code`', 'bold, so so, not and code'],
  ['__bold__ _so_ but snake_case_name', 'bold so but snake_case_name'],
  ['**_both_** 这是**重要**的', 'both 这是重要的'],
  ['[this](https://example.org/a_b_c) too', 'this too'],
  ['# Title\n> said\n- one\n* two', 'Title said one two'],
  ['```js\nlet x = 1;\n```', 'let x = 1;'],
  ['```SELECT a\nFROM b;``` then *this*', 'SELECT a FROM b; then this'],
  ['Look: ```let a;\nlet b;```', 'Look: let a; let b;'],
  ['```hello', 'hello'],
  ['Look:\n```hello\n```', 'Look: hello'],
  ['[](https://x.y)\n```', '[](https://x.y) ```'],
  ['2 * 3 * 4 \\*as it is\\*', '2 * 3 * 4 *as it is*'],
  ['#tea at 10:30, 1. or 2.?', '#tea at 10:30, 1. or 2.?'],
])('%j is told in plain words', (text, plain) => {
  expect(said(text)).toBe(plain);
});

it('it is the beginning alone, in whole letters, and quickly', () => {
  expect(said('🌿'.repeat(50))).toBe('🌿'.repeat(40));
  const start = performance.now();
  for (const sign of ['*', '_', '`', '[', '![](', '> ', '\\']) gist(sign.repeat(100_000), 160);
  // Of the whole of it each takes seconds: far more than the beginning does, on a machine that does much else.
  expect(performance.now() - start).toBeLessThan(2_000);
});
