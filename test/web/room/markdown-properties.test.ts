import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/protocol/limits.ts';
import { markdownNodes } from '../../../src/web/room/markdown.tsx';
import { mayBeMarkdown } from '../../../src/web/room/markdown-signs.ts';
import { elements, outline } from '../../support/outline.ts';

const DRAWN: Readonly<Record<string, readonly string[]>> = {
  p: ['dir'],
  blockquote: ['dir'],
  ul: ['dir'],
  ol: ['dir', 'start', 'style'],
  li: [],
  strong: [],
  em: [],
  del: [],
  code: [],
  a: ['href', 'title', 'target', 'rel'],
  CodeBlock: ['language'],
};

/** Twice what a message may have. */
const LENGTH = 2 * limits.textLength;
/** In ms: far more than it takes, on a machine that does much else. */
const LONG = 3_000;

const sign = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '](',
    '!',
    '<',
    '>',
    '\\',
    '#',
    '-',
    '1.',
    '|',
  ],
  ...[
    ' ',
    '\n',
    '\n\n',
    '    ',
    '\t',
    'a',
    '2',
    '中',
    '。',
    '😀',
    'https://x.y/',
    'javascript:',
    '&#58;',
    '"',
    '@',
  ],
);
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: sign }, fc.string({ unit: 'binary' })))
  .map((bits) => bits.join(''));
const fill = (bit: string) => bit.repeat(Math.ceil(LENGTH / bit.length)).slice(0, LENGTH);

function isHarmless(written: string): boolean {
  return elements(markdownNodes(written)).every(
    ({ name, props }) =>
      Object.keys(props).every((key) => DRAWN[name]?.includes(key)) &&
      (name !== 'a' || /^(?:https?|mailto):/i.test(String(props.href))),
  );
}

/** The end of a paragraph is the end of a line, as is a line break that stands right before it. */
const seen = (paragraphs: string) =>
  paragraphs.replaceAll(/(?<!\n)<\/p><p[^>]*>/g, '\n').replaceAll(/<\/?p[^>]*>/g, '');

describe('whatever is written', () => {
  it('only what a message may hold is drawn, and links lead only to the web', () => {
    fc.assert(fc.property(text, isHarmless), { numRuns: 1_000 });
  });

  it('that has no sign of Markdown is drawn as it was typed', () => {
    const plain = fc
      .string({ unit: fc.constantFrom(...'ab 1\n.-+#=|:&"\'éは。') })
      .map((words) => words.trim())
      .filter((words) => words !== '' && !mayBeMarkdown(words));
    const isAsTyped = (words: string) => seen(outline(markdownNodes(words))) === words;
    fc.assert(fc.property(plain, isAsTyped), { numRuns: 1_000, examples: [['a\n---']] });
  });

  it('with fences, no letter of it is lost', () => {
    const bits = fc.constantFrom(
      '```',
      '```',
      '````',
      '`',
      '~~~',
      ' ',
      '\n',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '  ',
      'a',
      'b',
      'c;',
    );
    const fenced = fc.array(bits, { maxLength: 24 }).map((all) => all.join('').trim());
    const letters = (drawn: string) =>
      drawn.replaceAll(/ (?!language)\w+="[^"]*"|<\/?\w+|language/g, '').replaceAll(/[^abc;]/g, '');
    const isWhole = (written: string) => letters(outline(markdownNodes(written))) === letters(written);
    fc.assert(fc.property(fenced, isWhole), { numRuns: 5_000 });
  });

  it.each([
    ...[
      '[',
      '*',
      '>',
      '_',
      '~',
      '`',
      '<',
      '!',
      '\\',
      '- ',
      '> - ',
      '[a](',
      '![',
      '*a ',
      '*_a',
      '**a*',
      '~~a ',
      '中**',
    ],
    ...[
      '- a\n',
      '- - a\n',
      '- a\n\n',
      '>\n- ',
      '>a\nb\n',
      '1. a\n   ',
      '[a](https://x.y) ',
      'https://x.y ',
      'a.b@',
    ],
    ...[
      'https://x.y))',
      '```\n',
      '```a`\n\n',
      '```a```b\n\n',
      '    a\n',
      'a|b\n-|-\n',
      '<a ',
      '<!--',
      '&#1;',
    ],
  ])('%j again and again is drawn in time', (bit) => {
    const began = performance.now();
    expect(isHarmless(fill(bit))).toBe(true);
    expect(performance.now() - began).toBeLessThan(LONG);
  });

  it('two signs again and again are drawn in time', () => {
    const isQuick = (one: string, other: string) => {
      const began = performance.now();
      markdownNodes(fill(one + other));
      return performance.now() - began < LONG;
    };
    fc.assert(fc.property(sign, sign, isQuick), { numRuns: 60 });
  });
});
