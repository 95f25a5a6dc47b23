import { en } from './later/en.ts';
import { wordsApart } from './words-apart.ts';

export const { words: laterStrings, there: laterWords } = wordsApart(en, {
  fr: async () => (await import('./later/fr.ts')).fr,
  'zh-Hans': async () => (await import('./later/zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./later/zh-hant.ts')).zhHant,
});
