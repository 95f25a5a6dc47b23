const SIGNS = [
  /[*_~`\\]/,
  /\]\(/,
  /<\S+[:@]/,
  /^ {0,3}(?:>|[-+](?:\s|$)|#{1,6}(?:\s|$)|\d{1,9}[.)](?:\s|$))/m,
  /^(?: {4}| {0,3}\t)/m,
];

/** Whether there is anything in `text` that Markdown would read otherwise than as it stands; most messages have nothing. */
export const mayBeMarkdown = (text: string) => SIGNS.some((sign) => sign.test(text));
