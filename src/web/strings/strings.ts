import { computed, effect, signal } from '@preact/signals';
import { languageChoice } from '../parts/settings.ts';
import { en, type Strings } from './en.ts';
import { bestLanguage, directions, type Language, regionalTag } from './languages.ts';

/** English comes with the page, for it is what is said where another cannot be had; of the others only the one that is spoken. */
const others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Strings>>> = {
  fr: async () => (await import('./fr.ts')).fr,
  'zh-Hans': async () => (await import('./zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-hant.ts')).zhHant,
};

const current = signal<{ readonly language: Language; readonly words: Strings }>({
  language: 'en',
  words: en,
});

/** What the browser asks for, of what the page speaks. */
export const browserLanguage = bestLanguage(navigator.languages);
/** The language that the page speaks now. */
export const language = computed(() => current.value.language);
/** The same with the reader's region, for dates. */
export const locale = computed(() => regionalTag(language.value, navigator.languages));

/** Every sentence of the page, by the view that says it; a view that reads one says it anew in another language. */
export const strings = new Proxy({} as Strings, {
  get: (_, view) => current.value.words[view as keyof Strings],
});

const wanted = computed(() => {
  const choice = languageChoice.chosen.value;
  return choice === 'browser' ? browserLanguage : choice;
});

/** Speaks what the person has chosen, now and whenever they choose another; resolves when the first is there. */
export async function followLanguage(): Promise<void> {
  effect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dir = directions[language.value];
  });
  await speak(wanted.value);
  wanted.subscribe((language) => void speak(language));
}

async function speak(language: Language): Promise<void> {
  try {
    const words = language === 'en' ? en : await others[language]();
    if (language === wanted.value) current.value = { language, words };
  } catch (error) {
    console.warn(`The words for ${language} could not be had:`, error);
  }
}
