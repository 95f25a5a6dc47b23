import { describe, expect, it } from 'vitest';
import { fr as adminFr } from '../../src/web/strings/admin/fr.ts';
import { zhHans as adminZhHans } from '../../src/web/strings/admin/zh-hans.ts';
import { zhHant as adminZhHant } from '../../src/web/strings/admin/zh-hant.ts';
import { en, type Strings } from '../../src/web/strings/en.ts';
import { fr } from '../../src/web/strings/fr.ts';
import { fr as laterFr } from '../../src/web/strings/later/fr.ts';
import { zhHans as laterZhHans } from '../../src/web/strings/later/zh-hans.ts';
import { zhHant as laterZhHant } from '../../src/web/strings/later/zh-hant.ts';
import { fr as startFr } from '../../src/web/strings/start/fr.ts';
import { zhHans as startZhHans } from '../../src/web/strings/start/zh-hans.ts';
import { zhHant as startZhHant } from '../../src/web/strings/start/zh-hant.ts';
import { zhHans } from '../../src/web/strings/zh-hans.ts';
import { zhHant } from '../../src/web/strings/zh-hant.ts';

const counted = (words: Strings, ...numbers: number[]) => numbers.map((n) => words.messages.freshCount(n));

describe('a number of messages', () => {
  it('is in English one, or several', () => {
    expect(counted(en, 0, 1, 2, 1234)).toEqual([
      '0 new messages',
      '1 new message',
      '2 new messages',
      '1,234 new messages',
    ]);
  });

  it('is in French none or one, several, or millions', () => {
    expect(counted(fr, 0, 1, 2, 1_000_000).map(withPlainSpaces)).toEqual([
      '0 nouveau message',
      '1 nouveau message',
      '2 nouveaux messages',
      '1 000 000 de nouveaux messages',
    ]);
  });

  it('is in Chinese the same whatever the number', () => {
    expect(counted(zhHans, 0, 1, 1234)).toEqual(['0 条新消息', '1 条新消息', '1,234 条新消息']);
    expect(counted(zhHant, 0, 1, 1234)).toEqual(['0 則新訊息', '1 則新訊息', '1,234 則新訊息']);
  });
});

describe('people who are typing', () => {
  it.each([
    [en, 'Ann is typing…', 'Ann, Bob, and Cy are typing…'],
    [fr, 'Ann écrit…', 'Ann, Bob et Cy écrivent…'],
    [zhHans, 'Ann正在输入…', 'Ann、Bob和Cy正在输入…'],
    [zhHant, 'Ann正在輸入…', 'Ann、Bob和Cy正在輸入…'],
  ])('are listed as the language does', ({ typing }, one, three) => {
    expect(typing(['Ann'])).toBe(one);
    expect(typing(['Ann', 'Bob', 'Cy'])).toBe(three);
  });
});

describe('every sentence', () => {
  /** All that a language says, with each function told stand-ins. */
  const said = (words: unknown): string[] => {
    if (typeof words === 'function') return said(words.length > 1 ? words('A', 'B') : words(['A']));
    if (typeof words === 'string') return [words];
    return Object.values(words as object).flatMap(said);
  };

  it('in French has its own apostrophe, and no space that breaks before high punctuation', () => {
    for (const sentence of said([fr, laterFr, startFr, adminFr]))
      expect(sentence).not.toMatch(/'| [:;?!»]|« /);
  });

  it.each([
    ['simplified', [zhHans, laterZhHans, startZhHans, adminZhHans]],
    ['traditional', [zhHant, laterZhHant, startZhHant, adminZhHant]],
  ])('in %s Chinese ends as Chinese does', (_, words) => {
    for (const sentence of said(words)) expect(sentence).not.toMatch(/\p{Script=Han}[,.:;?!()"']/u);
  });

  it('in simplified Chinese has no letter of traditional Chinese, nor the other way round', () => {
    const letters = (words: unknown) =>
      new Set(
        said(words)
          .join('')
          .match(/\p{Script=Han}/gu),
      );
    for (const letter of '這個連結訊傳們關閉開啟設無發')
      expect(letters([zhHans, laterZhHans, startZhHans, adminZhHans])).not.toContain(letter);
    for (const letter of '这个连结讯传们关闭开启设无发')
      expect(letters([zhHant, laterZhHant, startZhHant, adminZhHant])).not.toContain(letter);
  });
});

const withPlainSpaces = (text: string) => text.replace(/\s/gu, ' ');
