/** R7: what is nothing but an accent or a point: the marks that are no letters of their script. */
const POINTS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each stands for itself
  /[\ufe00-\ufe0f\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u20d0-\u20f0]+|(?:\udb40[\udd00-\uddef])+/g;
/** What is not ASCII; of what is, nothing but the case is to be levelled. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** To put a long run of marks into its order takes the square of its length. */
const LONG_RUN = /([\p{M}\uff9e\uff9f]{8})[\p{M}\uff9e\uff9f]+/gu;
/** What a letter beyond ASCII counts as. */
const BEYOND = 2;

/** A text levelled. */
export interface Level {
  readonly held: string;
  /** What that took, in letters: of no text takes a letter so counted more than 60 ns. */
  readonly work: number;
}

/** R7: what a text is compared by. */
export const levelled = (text: string): string => level(text).held;

export function level(text: string): Level {
  if (!BEYOND_ASCII.test(text)) return { held: text.toLowerCase(), work: text.length };
  const bare = text.replace(LONG_RUN, '$1').normalize('NFKD').replace(POINTS, '').normalize('NFKC');
  const held = bare.toLowerCase().replaceAll('ς', 'σ').replace(/[’ʼ]/g, "'");
  // Points are work, too, and are gone by then; a few signs become many letters.
  return { held, work: BEYOND * Math.max(text.length, held.length) };
}

/** R7: the words of a query, levelled, each once; none where it consists of marks alone. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(levelled(query).split(/\s+/))].filter((word) => word !== '');
}

/** R7: whether a text that was levelled holds every word, anywhere in it. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** From where to where in a text, in units of UTF-16. */
export type Span = readonly [from: number, to: number];

/** What is levelled apart from what stands around it: a sign, or the parts of a syllable of Hangul, and the marks on it. */
const LETTERS = /(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\s\S])[\p{M}\uff9e\uff9f]*/gu;

/**
 * R7: where a text, as it is written, holds one of the words: in order, apart from each other, and by whole letters with their
 * marks. None where letters that stand next to each other became one, as few do that are not written for it.
 */
export function spansOf(text: string, words: readonly string[]): readonly Span[] {
  const written: Span[] = [];
  let held = '';
  for (const { level, span } of lettersOf(text)) {
    for (let unit = 0; unit < level.length; unit++) written.push(span);
    held += level;
  }
  if (held !== levelled(text)) return [];
  const spans = words.flatMap((word) =>
    startsOf(held, word).map((at): Span => {
      const [from] = written[at] ?? [0];
      const [, to] = written[at + word.length - 1] ?? [0, 0];
      return [from, to];
    }),
  );
  return joined(spans.sort(([one], [other]) => one - other));
}

/** Where the first of those begins; undefined where there is none, and where that cannot be told. */
export function startOf(text: string, words: readonly string[]): number | undefined {
  const whole = levelled(text);
  const starts = words.map((word) => whole.indexOf(word)).filter((at) => at >= 0);
  if (starts.length === 0) return undefined;
  const first = Math.min(...starts);
  let held = '';
  for (const { level, span } of lettersOf(text)) {
    held += level;
    if (held.length > first) return whole.startsWith(held) ? span[0] : undefined;
  }
  return undefined;
}

interface Letter {
  readonly level: string;
  readonly span: Span;
}

function* lettersOf(text: string): Iterable<Letter> {
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    yield { level: levelled(letter), span: [index, index + letter.length] };
  }
}

function startsOf(held: string, word: string): readonly number[] {
  const starts: number[] = [];
  for (let at = held.indexOf(word); at >= 0; at = held.indexOf(word, at + word.length)) starts.push(at);
  return starts;
}

function joined(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const [from, to] of spans) {
    const [start, end] = apart.at(-1) ?? [0, -1];
    if (from <= end) apart[apart.length - 1] = [start, Math.max(end, to)];
    else apart.push([from, to]);
  }
  return apart;
}
