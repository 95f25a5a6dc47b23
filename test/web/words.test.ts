import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en as adminEn } from '../../src/web/strings/admin/en.ts';
import { fr as adminFr } from '../../src/web/strings/admin/fr.ts';
import { zhHans as adminZhHans } from '../../src/web/strings/admin/zh-hans.ts';
import { zhHant as adminZhHant } from '../../src/web/strings/admin/zh-hant.ts';
import { en, type Strings } from '../../src/web/strings/en.ts';
import { fr } from '../../src/web/strings/fr.ts';
import { en as laterEn } from '../../src/web/strings/later/en.ts';
import { fr as laterFr } from '../../src/web/strings/later/fr.ts';
import { zhHans as laterZhHans } from '../../src/web/strings/later/zh-hans.ts';
import { zhHant as laterZhHant } from '../../src/web/strings/later/zh-hant.ts';
import { en as startEn } from '../../src/web/strings/start/en.ts';
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
    [laterEn, 'Ann is typing…', 'Ann, Bob, and Cy are typing…'],
    [laterFr, 'Ann écrit…', 'Ann, Bob et Cy écrivent…'],
    [laterZhHans, 'Ann正在输入…', 'Ann、Bob和Cy正在输入…'],
    [laterZhHant, 'Ann正在輸入…', 'Ann、Bob和Cy正在輸入…'],
  ])('are listed as the language does', ({ typing }, one, three) => {
    expect(typing(['Ann'])).toBe(one);
    expect(typing(['Ann', 'Bob', 'Cy'])).toBe(three);
  });
});

describe('the pace of slow mode', () => {
  it('is said in the largest unit of which it is a whole number', () => {
    const paces = [1, 30, 60, 100, 900, 3_600, 21_600].map(laterEn.roomSettings.slowMode);
    expect(paces.map((pace) => pace.replace('A message every ', ''))).toEqual([
      'second',
      '30 seconds',
      'minute',
      '100 seconds',
      '15 minutes',
      'hour',
      '6 hours',
    ]);
  });

  it.each([
    [
      laterFr,
      'Un message toutes les 100 secondes',
      'Un message par minute',
      'Un message toutes les 2 heures',
    ],
    [laterZhHans, '每 100 秒一条消息', '每分钟一条消息', '每 2 小时一条消息'],
    [laterZhHant, '每 100 秒一則訊息', '每分鐘一則訊息', '每 2 小時一則訊息'],
  ])('is said as the language does', ({ roomSettings }, ...said) => {
    expect([100, 60, 7_200].map(roomSettings.slowMode)).toEqual(said);
  });
});

describe('every sentence', () => {
  const english = [en, laterEn, startEn, adminEn];
  const french = [fr, laterFr, startFr, adminFr];
  const simplified = [zhHans, laterZhHans, startZhHans, adminZhHans];
  const traditional = [zhHant, laterZhHant, startZhHant, adminZhHant];

  const NUMBERS = [0, 1, 2, 60, 90];
  const NAMES = ['Ann', '读书会'];
  /** What a sentence may be told, by what it calls it; one that is not here is a name, a room or the like. */
  const TOLD: Readonly<Record<string, readonly unknown[]>> = {
    n: NUMBERS,
    seconds: NUMBERS,
    days: NUMBERS,
    shown: NUMBERS,
    all: NUMBERS,
    isMore: [false, true],
    people: [['Ann'], ['读书会'], ['Ann', 'Bob', 'Cy', 'Di']],
    sum: ['1,234'],
    most: ['90'],
  };
  type Sentence = (...told: unknown[]) => string;
  const tellings = (sentence: Sentence): unknown[][] => {
    const [, names = ''] = /^\(?([\w, ]*)\)? =>/.exec(`${sentence}`) ?? [];
    return names
      .split(', ')
      .map((name) => TOLD[name] ?? NAMES)
      .reduce<unknown[][]>(
        (tellings, one) => tellings.flatMap((told) => one.map((it) => [...told, it])),
        [[]],
      );
  };
  /** All that a language says. */
  const said = (words: unknown): string[] => {
    if (typeof words === 'function') return tellings(words as Sentence).map((told) => words(...told));
    if (typeof words === 'string') return [words];
    return typeof words === 'object' ? Object.values(words as object).flatMap(said) : [];
  };

  it.each([
    ['English', english],
    ['French', french],
    ['simplified Chinese', simplified],
    ['traditional Chinese', traditional],
  ])('in %s is whole whatever it is told, without a space too many', (_, words) => {
    for (const sentence of said(words))
      expect(sentence).not.toMatch(/NaN|undefined|null|\[object|\$\{|\s\s|^\s|\s$|^$/u);
  });

  it('in English has its own marks, and counts one as one', () => {
    for (const sentence of said(english))
      expect(sentence).not.toMatch(
        /['"]|\b1 \w+s\b|\b(0|2|60|90) (new )?(message|second|minute|hour|day|room|other)\b/,
      );
  });

  it('in French has its own apostrophe, and no space that breaks before high punctuation', () => {
    for (const sentence of said(french)) expect(sentence).not.toMatch(/'| [:;?!»]|« /);
  });

  it('in French has the space that does not break written so that it is seen', () => {
    for (const file of globSync('src/web/strings/**/fr.ts'))
      expect(readFileSync(file, 'utf8')).not.toMatch(/[\u00a0\u202f]/);
  });

  it('in French counts none and one as one', () => {
    for (const sentence of said(french))
      expect(withPlainSpaces(sentence)).not.toMatch(
        /\b[01] \p{L}+[sx]\b|\b(2|60|90) (nouveau|message|seconde|minute|heure|jour|salon|autre|caractère)\b/u,
      );
  });

  it('in French, of what a host did, guesses nobody’s gender', () => {
    for (const sentence of said([laterFr.did, laterFr.door, laterFr.gate]))
      expect(sentence).not.toMatch(/^(Ann|读书会) (a été|est|n’est)|vous a (exclu|retiré du|rendu)/);
  });

  it.each([
    ['simplified', simplified],
    ['traditional', traditional],
  ])('in %s Chinese ends as Chinese does', (_, words) => {
    for (const sentence of said(words)) expect(sentence).not.toMatch(/\p{Script=Han}[,.:;?!()"']/u);
  });

  it.each([
    ['simplified', simplified],
    ['traditional', traditional],
  ])('in %s Chinese has a space beside a figure, and none between letters, whatever the name', (_, words) => {
    for (const sentence of said(words))
      expect(sentence).not.toMatch(/\p{Script=Han} \p{Script=Han}|\p{Script=Han}\d|\d\p{Script=Han}/u);
  });

  it.each([
    ['simplified', simplified, /您|创建者|撤回/],
    ['traditional', traditional, /您|建立者|網址(?!列)|打開|請求|記錄|停用|收回/],
  ])('in %s Chinese says a thing by one word', (_, words, otherWords) => {
    for (const sentence of said(words)) expect(sentence).not.toMatch(otherWords);
  });

  it('in simplified Chinese has no letter of traditional Chinese, nor the other way round', () => {
    const letters = (words: unknown) =>
      new Set(
        said(words)
          .join('')
          .replaceAll('读书会', '')
          .match(/\p{Script=Han}/gu),
      );
    for (const letter of '這個連結訊傳們關閉開啟設無發') expect(letters(simplified)).not.toContain(letter);
    for (const letter of '这个连结讯传们关闭开启设无发') expect(letters(traditional)).not.toContain(letter);
  });
});

const withPlainSpaces = (text: string) => text.replace(/\s/gu, ' ');
