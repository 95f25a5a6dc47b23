import { signal } from '@preact/signals';
import type { Language } from './languages.ts';
import { en, type LaterStrings } from './later/en.ts';
import { language } from './strings.ts';

const others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<LaterStrings>>> = {
  fr: async () => (await import('./later/fr.ts')).fr,
  'zh-Hans': async () => (await import('./later/zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./later/zh-hant.ts')).zhHant,
};

async function wordsIn(wanted: Language): Promise<LaterStrings> {
  try {
    return wanted === 'en' ? en : await others[wanted]();
  } catch (error) {
    console.warn(`The words for ${wanted} could not be had:`, error);
    return en;
  }
}

const current = signal(en);

async function speak(wanted: Language): Promise<void> {
  const words = await wordsIn(wanted);
  if (wanted === language.value) current.value = words;
}

/** Resolves when the words are there in the reader's language; whoever waits says nothing in another first. */
export const laterWords = speak(language.value);

language.subscribe((wanted) => void speak(wanted));

/** As `strings`, for views that come when they are asked for: their words come with them. */
export const laterStrings = new Proxy({} as LaterStrings, {
  get: (_, view) => current.value[view as keyof LaterStrings],
});
