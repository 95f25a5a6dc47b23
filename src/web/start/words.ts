import { en } from '../strings/start/en.ts';
import { wordsApart } from '../strings/words-apart.ts';

/** Every sentence of the start page: who opens a room does not load them. */
export const { words, there: wordsThere } = wordsApart(en, {
  fr: async () => (await import('../strings/start/fr.ts')).fr,
  'zh-Hans': async () => (await import('../strings/start/zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('../strings/start/zh-hant.ts')).zhHant,
});
