/** What the page speaks, each under its own name. */
export const languages = {
  en: 'English',
  fr: 'Français',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
} as const;

export type Language = keyof typeof languages;

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** The first language that the page speaks of those that a reader wants, as tags with or without script and region. */
export function bestLanguage(wanted: readonly string[]): Language {
  return wanted.map(languageOf).find((language) => language !== undefined) ?? 'en';
}

/** `language` as it is written where the reader lives, as far as their browser tells: a date in Britain is not one in America. */
export function regionalTag(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => languageOf(tag) === language) ?? language;
}

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

function languageOf(tag: string): Language | undefined {
  const { language, script } = likely(tag) ?? {};
  return [`${language}-${script}`, `${language}`].find(isSpoken);
}

/** With the script that is usual there: zh-TW is zh-Hant-TW. Undefined for what is no tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

const isSpoken = (tag: string): tag is Language => Object.hasOwn(languages, tag);
