/**
 * Where `*` and `~` open and close, as CommonMark has it, but for scripts without spaces: it takes `**强调。**如此` for
 * no emphasis, since a full stop stands before the delimiter and a letter behind it. Here a wide letter or mark allows a
 * delimiter on both its sides, as in the amendment that the parsers of Markdown discuss (CommonMark issue 650).
 */

const WIDE = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\u3001-\u303f\uff00-\uffef]`;
const MARK = String.raw`[[\p{P}\p{S}]--${WIDE}]`;
const LETTER = String.raw`[^\s\p{P}\p{S}${WIDE}]`;

const IN_WORD = String.raw`[[\p{L}\p{N}\p{M}]--${WIDE}]`;
const ENDS_IN_WORD = new RegExp(`${IN_WORD}$`, 'v');
const GOES_ON = new RegExp(String.raw`([*_~])\1*${IN_WORD}`, 'vy');

/** Whether the run of delimiters at `index` stands within a word or a figure, as in `2*3*4`: it opens nothing then. */
export function isWithinWord(text: string, index: number): boolean {
  let start = index;
  while (start > 0 && text[start - 1] === text[index]) start--;
  GOES_ON.lastIndex = index;
  return ENDS_IN_WORD.test(characterBefore(text, start)) && GOES_ON.test(text);
}

/** A whole character, as marked's own are not. */
export const characterBefore = (text: string, index: number) =>
  [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';

/** What may come between an opener and its closer; the groups are those of marked's own rule. */
const closer = (orphan: string, run: string, delimiter: string) => {
  const mark = `(?!${delimiter})${MARK}`;
  return new RegExp(
    [
      `${orphan}[^${delimiter}]+(?=[^${delimiter}])`,
      `(?:${mark}|${WIDE})(${run})(?=\\s|$)`, // 1: only closes
      `${LETTER}(${run})(?!${delimiter})(?=\\s|${MARK}|$)`, // 2: only closes
      `(?:(?:\\s|${mark})(?=${run}${LETTER})|\\s(?=${run}${WIDE}))(${run})`, // 3: only opens
      `\\s(${run})(?!${delimiter})(?=${MARK})`, // 4: only opens
      `(?:${mark}|${WIDE})(${run})(?!${delimiter})(?=${MARK}|${WIDE})`, // 5: either
      `(?:${LETTER}|${WIDE})(${run})(?=${LETTER}|${WIDE})`, // 6: either
    ].join('|'),
    'gv',
  );
};

export const delimiterRules = {
  punctuation: new RegExp(String.raw`^((?![*_])(?:\s|${MARK}|${WIDE}))`, 'v'),
  emStrongLDelim: new RegExp(
    String.raw`^(?:\*+(?:((?![*~])${MARK})|([^\s*]))?)|^_+(?:((?![_~])${MARK})|([^\s_]))?`,
    'v',
  ),
  emStrongRDelimAst: closer(String.raw`^[^_*]*?__[^_*]*?\*[^_*]*?(?=__)|`, String.raw`\*+`, String.raw`\*`),
  delLDelim: new RegExp(String.raw`^~~?(?:((?!~)${MARK})|[^\s~])`, 'v'),
  delRDelim: closer('', '~~?', '~'),
};
