/** What the page speaks, each under its own name. */
export const languages = {
  en: 'English',
  fr: 'Français',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
} as const;

export type Language = keyof typeof languages;

export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = {
  en: 'ltr',
  fr: 'ltr',
  'zh-Hans': 'ltr',
  'zh-Hant': 'ltr',
};

/** The first language that the page speaks of those that a reader wants, as tags with or without script and region. */
export function bestLanguage(wanted: readonly string[]): Language {
  return wanted.map(languageOf).find((language) => language !== undefined) ?? 'en';
}

/** `language` as it is written where the reader lives, as far as their browser tells: a date in Britain is not one in America. */
export function regionalTag(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => languageOf(tag) === language && isTag(tag)) ?? language;
}

function languageOf(tag: string): Language | undefined {
  const main = mainSubtag(tag);
  const written = main === 'zh' ? `zh-${scriptOf(tag)}` : main;
  return isSpoken(written) ? written : undefined;
}

const mainSubtag = (tag: string) => tag.split('-', 1).join().toLowerCase();

/** The script that is usual there: Hant for zh-TW. Asked for nothing but Chinese: a browser takes tens of ms to tell its first. */
function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}

/** Some browsers ask for `en-US@posix`, which no formatter takes. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const isSpoken = (tag: string): tag is Language => Object.hasOwn(languages, tag);
