import { describe, expect, it } from 'vitest';
import { oneEmoji } from '../../src/protocol/emoji.ts';

describe('one emoji', () => {
  it.each(['👍', '👍🏽', '❤️', '👩‍👩‍👧', '🏳️‍🌈', '🇫🇷', '1️⃣', '#️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '☺️', '⌚'])(
    '[S8] %s is one',
    (emoji) => {
      expect(oneEmoji(emoji)).toBe(emoji);
    },
  );

  it.each(['❤', '☺', '✈', '☀', '©', '™', '🅰'])('[S8] %s in text style is completed', (emoji) => {
    expect(oneEmoji(emoji)).toBe(`${emoji}\uFE0F`);
  });

  it.each([
    '',
    ' ',
    'x',
    '1',
    '#',
    '*',
    '1\uFE0F',
    ':)',
    '👍👍',
    '👍 ',
    ' 👍',
    '👍x',
    '❤️❤️',
    '🇫',
    '🇫🇷🇩🇪',
    '\uFE0F',
    '\u200D',
    '👍\uFE0F',
    '❤\uFE0E',
    '❤️\uFE0F',
    '👍\n',
    '好',
    '\ud83d',
    '🏽🏽',
    '🇦🇦',
  ])('[S8] %j is none', (text) => {
    expect(oneEmoji(text)).toBeUndefined();
  });
});
