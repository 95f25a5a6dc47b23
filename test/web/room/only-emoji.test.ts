import { runInNewContext } from 'node:vm';
import emojis from 'emojibase-data/en/compact.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { ONLY_EMOJI } from '../../../src/web/room/only-emoji.ts';

const RGI = /^\p{RGI_Emoji}$/v;

describe('a message of emoji only', () => {
  it('is known by its form, whichever emoji there is', () => {
    const all = emojis.flatMap(({ unicode, skins = [] }) => [unicode, ...skins.map((skin) => skin.unicode)]);
    const unknown = all.filter((emoji) => RGI.test(emoji) && !ONLY_EMOJI.test(emoji));
    expect({ isWhole: all.length > 3_000, unknown }).toEqual({ isWhole: true, unknown: [] });
  });

  it.each(['👍', '👍🏽 ❤️', '👩‍👩‍👧🏳️‍🌈🇫🇷1️⃣', '👍👍👍👍👍👍'])('is large: %s', (text) => {
    expect(ONLY_EMOJI.test(text)).toBe(true);
  });

  it.each([
    '',
    '1',
    '12',
    '#1',
    '©',
    '™',
    '❤',
    '👍 yes',
    'a',
    ' 👍',
    '👍👍👍👍👍👍👍',
    '\u200D',
    '🇦',
    '🇭 🇪',
    '👍\u200D'.repeat(5),
  ])('is not: %j', (text) => {
    expect(ONLY_EMOJI.test(text)).toBe(false);
  });

  it.each(['👍🏽\u200D', '👍\uFE0F\u200D', '👍🏽', '🏴\u{E0067}', '🇦', '👍 '])(
    'is not, nor long to be told: %j, a thousand times',
    (text) => {
      const sight = { pattern: ONLY_EMOJI, text: `${text.repeat(1_000)}x` };
      expect(runInNewContext('pattern.test(text)', sight, { timeout: 10_000 })).toBe(false);
    },
  );
});
