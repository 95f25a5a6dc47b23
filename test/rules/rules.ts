/** A numbered rule of PROTOCOL.md, and the section that it stands in. */
export interface Rule {
  readonly number: string;
  readonly section: string;
  readonly text: string;
}

const LINE = /^## \d+\. (?<section>.+)$|^- \*\*(?<number>[A-Z]\d+)\*\* (?<text>.+)$/gm;

export function rulesOf(protocol: string): Rule[] {
  const rules: Rule[] = [];
  let section = '';
  for (const { groups = {} } of protocol.matchAll(LINE)) {
    section = groups.section ?? section;
    if (groups.number) rules.push({ section, number: groups.number, text: groups.text ?? '' });
  }
  return rules;
}

const MOST_CHARACTERS = 120;
const FRAME = /`(\{"type":"\w+",)[^`]+`/g;

/** As much of a rule as shows which it is: its first sentence, or how that begins. */
export function gistOf({ text }: Rule): string {
  const sentence = text.replaceAll(FRAME, '`$1…}`').split(/(?<=\.) (?=[\p{Lu}`])/u, 1)[0] ?? '';
  if (sentence.length <= MOST_CHARACTERS) return sentence;
  const begun = sentence.slice(0, sentence.lastIndexOf(' ', MOST_CHARACTERS));
  const isInCode = begun.split('`').length % 2 === 0;
  return `${isInCode ? begun.slice(0, begun.lastIndexOf('`')).trimEnd() : begun.replace(/[,;:]$/, '')} …`;
}
