import { describe, expect, it } from 'vitest';
import { codePoints, exceedsBytes, messageText, utf8Length } from '../../src/protocol/text.ts';

describe('the text of a message', () => {
  it.each([
    'a',
    'é',
    'e\u0301',
    '<script>',
    '&amp;',
    '\u200B',
    'a\u0000b',
    '👩‍👩‍👧',
    'a\r\nb',
    '**b**',
    '\u202Eabc',
  ])('[S4] %j is kept as it is', (text) => {
    expect(messageText(text)).toEqual({ text });
  });

  it('[S4] loses white space at both ends, not within', () => {
    expect(messageText(' \t\r\n\u00A0\u2003\u3000\u2028a \n b\u3000 ')).toEqual({ text: 'a \n b' });
  });

  it.each(['', ' ', '\n\n', '\u3000\u00A0'])('[S4] of %j is empty', (text) => {
    expect(messageText(text)).toEqual({ refused: 'empty' });
  });

  it.each(['x', 'é', '好', '👍'])('[S4] has at most 4,000 code points, in %s', (unit) => {
    expect(messageText(unit.repeat(4_000))).toEqual({ text: unit.repeat(4_000) });
    expect(messageText(unit.repeat(4_001))).toEqual({ refused: 'too_long' });
    expect(messageText(` ${unit.repeat(4_000)} `)).toEqual({ text: unit.repeat(4_000) });
  });
});

describe('lengths', () => {
  it.each([
    '',
    'a',
    'é',
    '👍',
    'a👍b👍',
    '👩‍👩‍👧',
    '\ud83d',
    '\udc4d\ud83d',
    'a\ud83d',
    '\ud83d\ud83d\udc4d',
    '\udc4d',
  ])('of %j are in code points', (text) => {
    expect(codePoints(text)).toBe([...text].length);
  });

  it.each([
    ['', 0],
    ['a', 1],
    ['é', 2],
    ['好', 3],
    ['👍', 4],
  ] as const)('of %j in bytes are those of UTF-8', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
    expect(exceedsBytes(text, bytes)).toBe(false);
    if (bytes > 0) expect(exceedsBytes(text, bytes - 1)).toBe(true);
  });

  it.each(['x', 'é', '好', '👍'])('near the limit are exact, in %s', (unit) => {
    const text = unit.repeat(100);
    expect(exceedsBytes(text, utf8Length(text))).toBe(false);
    expect(exceedsBytes(text, utf8Length(text) - 1)).toBe(true);
  });
});
