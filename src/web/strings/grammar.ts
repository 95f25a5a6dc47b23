/** How a language counts and lists. */
export function grammar(language: string) {
  const plurals = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  const names = new Intl.ListFormat(language);
  /** `many` is what French says of millions; where only one form is given, the language has no other. */
  const count = (n: number, one: string, other = one, many = other) => {
    const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, many };
    return `${figures.format(n)} ${forms[plurals.select(n)] ?? other}`;
  };
  return { count, figures, names };
}
