import { signal } from '@preact/signals';
import { type AdminStrings, en } from '../strings/admin/en.ts';
import type { Language } from '../strings/languages.ts';
import { language } from '../strings/strings.ts';

/** Apart from the page's other words, so that who opens a room does not load them. */
const others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<AdminStrings>>> = {
  fr: async () => (await import('../strings/admin/fr.ts')).fr,
  'zh-Hans': async () => (await import('../strings/admin/zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('../strings/admin/zh-hant.ts')).zhHant,
};

const current = signal<AdminStrings>(en);

/** Every sentence of the deployer's page, as `strings` has those of the others. */
export const words = new Proxy({} as AdminStrings, {
  get: (_, name) => current.value[name as keyof AdminStrings],
});

/** Speaks the language of the page; resolves when the first words are there. */
export async function followWords(): Promise<void> {
  await speak(language.value);
  language.subscribe((spoken) => void speak(spoken));
}

async function speak(spoken: Language): Promise<void> {
  try {
    const said = spoken === 'en' ? en : await others[spoken]();
    if (spoken === language.value) current.value = said;
  } catch (error) {
    console.warn(`The words for ${spoken} could not be had:`, error);
  }
}
