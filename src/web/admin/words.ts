import { en } from '../strings/admin/en.ts';
import { wordsApart } from '../strings/words-apart.ts';

/** Every sentence of the deployer's page: who opens a room does not load them. */
export const { words, there: wordsThere } = wordsApart(en, {
  fr: async () => (await import('../strings/admin/fr.ts')).fr,
  'zh-Hans': async () => (await import('../strings/admin/zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('../strings/admin/zh-hant.ts')).zhHant,
});
