import { describe, expect, it } from 'vitest';
import { bestLanguage, regionalTag } from '../../src/web/strings/languages.ts';

describe('the language of the page', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['en-GB', 'fr'], 'en'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-MO'], 'zh-Hant'],
    [['zh-Hant-CN'], 'zh-Hant'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh-Hans-TW'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['ZH-tw'], 'zh-Hant'],
    [['EN-us'], 'en'],
    [['de-CH', 'fr-CH', 'en'], 'fr'],
  ])('is for %j the first that it speaks', (wanted, language) => {
    expect(bestLanguage(wanted)).toBe(language);
  });

  it.each([[[]], [['de', 'ar-EG']], [['not a tag', '']], [['zh-']]])(
    'is English where it speaks none: %j',
    (wanted) => {
      expect(bestLanguage(wanted)).toBe('en');
    },
  );

  it.each([
    ['en', ['fr-FR', 'en-GB'], 'en-GB'],
    ['zh-Hant', ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['fr', ['en-GB'], 'fr'],
    ['en', ['en-US@posix'], 'en'],
    ['en', ['en-US@posix', 'en-AU'], 'en-AU'],
  ] as const)('%s has the region that the reader has in it', (language, wanted, tag) => {
    expect(regionalTag(language, wanted)).toBe(tag);
  });
});
