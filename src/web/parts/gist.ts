/** Signs of Markdown and what is left without them, in order; where the renderer would see more, this says too much, never too little. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}(?:`{3,}|~{3,})(?:[\w+#.-]*\n(?=\s*[^\s`~]))?|`{3,}/gm, ''],
  [/^ {0,3}(?:>|[-+*] |#{1,6} )+/gm, ''],
  [/!?\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/(?<!\\)(\*{1,3}|~~|`+)(?=\S)(.+?)(?<=\S)\1/g, '$2'],
  [/(?<![\\\p{L}\p{N}])(__?)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2'],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
];

/** The beginning of a message in one line of plain words, of so many code points at most; what is signs alone is told as typed. */
export function gist(text: string, most: number): string {
  // Signs take room, too, but not more than what they stand around.
  const typed = text.slice(0, 4 * most);
  const plain = SIGNS.reduce((left, [sign, rest]) => left.replace(sign, rest), typed).trim() || typed.trim();
  return [...plain.replace(/\s+/g, ' ')].slice(0, most).join('');
}
