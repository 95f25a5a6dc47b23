import { signal } from '@preact/signals';
import type { Language } from './languages.ts';
import { language } from './strings.ts';

/**
 * As `strings`, for views that come when they are asked for: their words come with them. Whoever waits until they are
 * `there` says nothing in another language first.
 */
export function wordsApart<Words extends object>(
  english: Words,
  others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>>,
): { readonly words: Words; readonly there: Promise<void> } {
  const current = signal<Words>(english);
  const speak = async (wanted: Language): Promise<void> => {
    const said: Words = await wordsIn(wanted, english, others);
    if (wanted === language.value) current.value = said;
  };
  const there = speak(language.value);
  language.subscribe((wanted) => void speak(wanted));
  const words = new Proxy({} as Words, { get: (_, view) => current.value[view as keyof Words] });
  return { words, there };
}

async function wordsIn<Words extends object>(
  wanted: Language,
  english: Words,
  others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>>,
): Promise<Words> {
  try {
    return wanted === 'en' ? english : await others[wanted]();
  } catch (error) {
    console.warn(`The words for ${wanted} could not be had:`, error);
    return english;
  }
}
