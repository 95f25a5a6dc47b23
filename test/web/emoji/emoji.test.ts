import { describe, expect, it } from 'vitest';
import { oneEmoji } from '../../../src/protocol/emoji.ts';
import { emojiCatalogue } from '../../../src/web/emoji/catalogue.ts';
import { EmojiIndex } from '../../../src/web/emoji/emoji-index.ts';
import type { Language } from '../../../src/web/strings/languages.ts';

const catalogue = await emojiCatalogue();
const first = (query: string, used: string[] = []) => catalogue.search(query, used)[0]?.emoji;

describe('the catalogue of emoji', () => {
  it('[S8] holds what a room takes as one emoji, and that in its shortest form', () => {
    expect(catalogue.all.length).toBeGreaterThan(1_800);
    const all = catalogue.all.flatMap(({ emoji, toned = [] }) => [emoji, ...toned]);
    expect(all.filter((emoji) => oneEmoji(emoji) !== emoji)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('knows the tones of skin, from light to dark', () => {
    expect(catalogue.withShortcode('thumbsup')?.toned).toEqual(['👍🏻', '👍🏼', '👍🏽', '👍🏾', '👍🏿']);
    expect(catalogue.withShortcode('tada')?.toned).toBeUndefined();
    expect(catalogue.find('👍🏽')?.emoji).toBe('👍');
  });
});

describe('looking for an emoji', () => {
  it.each([
    ['thu', '👍'],
    ['heart', '❤️'],
    ['tada', '🎉'],
    ['party', '🥳'],
    ['thumbs down', '👎'],
    ['Pizza', '🍕'],
    ['+1', '👍'],
  ])('%s finds %s first', (query, emoji) => {
    expect(first(query)).toBe(emoji);
  });

  it('prefers what one uses, but not to what was asked for by its whole name', () => {
    expect(first('sm', ['😏'])).toBe('😏');
    expect(first('heart', ['💚'])).toBe('❤️');
  });

  it('finds nothing for nothing, and for what is none', () => {
    expect(catalogue.search(' ')).toEqual([]);
    expect(catalogue.search('qqqq')).toEqual([]);
    expect(catalogue.withShortcode('qqqq')).toBeUndefined();
  });

  it('keeps the order of the catalogue among equals', () => {
    const entry = (emoji: string) => ({
      emoji,
      label: 'cat',
      group: 0,
      shortcodes: [`cat_${emoji}`],
      tags: [],
    });
    const cats = [entry('😺'), entry('😸'), entry('😹')];
    expect(new EmojiIndex(cats).search('cat')).toEqual(cats);
  });
});

describe('in another language', () => {
  const found = async (spoken: Language, query: string) => (await emojiCatalogue(spoken)).search(query)[0];

  it.each([
    ['fr', 'fete', '🥳', 'visage festif'],
    ['fr', 'Fête', '🥳', 'visage festif'],
    ['fr', "d'amour", '💌', 'lettre d’amour'],
    ['fr', 'coeur rouge', '❤️', 'cœur rouge'],
    ['fr', 'anniversaire', '🥳', 'visage festif'],
    ['zh-Hans', '比萨', '🍕', '披萨'],
    ['zh-Hans', '笑脸', '😀', '嘿嘿'],
    ['zh-Hant', '生日', '🎂', '生日蛋糕'],
    ['zh-Hant', '踏', '🚲', '自行車'],
  ] as const)('%s: %s finds %s, which is called %s', async (spoken, query, emoji, label) => {
    const all = (await emojiCatalogue(spoken)).search(query);
    expect(all.find((entry) => entry.emoji === emoji)?.label).toBe(label);
  });

  it.each(['fr', 'zh-Hans', 'zh-Hant'] as const)(
    '%s: the shortcodes are those of English',
    async (spoken) => {
      expect((await found(spoken, 'tada'))?.emoji).toBe('🎉');
      expect((await emojiCatalogue(spoken)).withShortcode('thumbsup')?.emoji).toBe('👍');
    },
  );
});
