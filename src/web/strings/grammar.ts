import { computed } from '@preact/signals';

/** How a language counts and lists. What does it is made when it is first asked: a browser takes ms for each. */
export function grammar(language: string) {
  const plurals = computed(() => new Intl.PluralRules(language));
  const figures = computed(() => new Intl.NumberFormat(language));
  const names = computed(() => new Intl.ListFormat(language));
  const figure = (n: number) => figures.value.format(n);
  /** `many` is what French says of millions; where only one form is given, the language has no other. */
  const count = (n: number, one: string, other = one, many = other) => {
    const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, many };
    return `${figure(n)} ${forms[plurals.value.select(n)] ?? other}`;
  };
  return { count, figure, list: (people: readonly string[]) => names.value.format(people) };
}
