/** R7: what is nothing but an accent or a point: the marks that are no letters of their script. */
const POINTS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each stands for itself
  /[\ufe00-\ufe0f\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u20d0-\u20f0]+|(?:\udb40[\udd00-\uddef])+/g;
/** What is not ASCII; of what is, nothing but the case is to be levelled. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** What has one, written with it or apart, the apostrophe, and a little more. */
const POINTED =
  '\u00a8-\u0390\u03aa-\u03b0\u03ca-\u040f\u0419\u0439\u0450-\u0453\u0457\u045c-\u045f\u0476\u0477\u04c1-\u04ff\u0591-\u05c7\u0610-\u0626\u064b-\u065f\u0670\u06c0-\u06ed\u1e00-\u1fff\u2017\u2019\u203e\u20d0-\u20ff\u212b\u219a-\u21cf\u2204-\u22ff\u2adc\ufb1d-\ufdfb\ufe00-\ufefc\uffe3\ud801\udb40';
/** What is no mark: most signs, but for scripts that few write. */
const SIGNS =
  '\0-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u060f\u0620-\u064a\u0660-\u066f\u0671-\u06d5\u06ee-\u0710\u0904-\u0939\u0958-\u0961\u0964-\u0980\u0984-\u09b9\u09dc-\u09e1\u0a05-\u0a39\u0a84-\u0ab9\u0b05-\u0b39\u0b83-\u0bb9\u0c05-\u0c39\u0c84-\u0cb9\u0d04-\u0d3a\u0d85-\u0dc6\u0e01-\u0e30\u0e32\u0e3f-\u0e46\u0e80-\u0eb0\u0ec0-\u0ec6\u0f40-\u0f70\u1000-\u102a\u10a0-\u135c\u1360-\u1711\u1780-\u17b3\u1820-\u1884\u1e00-\u20cf\u2100-\u2cee\u2cf2-\u2d7e\u2d80-\u2ddf\u2e00-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7ff\ud835\ud83b-\udb3f\ue000-\ufb1d\ufb1f-\ufdff\ufe30-\uff9d\uffa0-\uffff';
const IS_POINTED = 1;
const MAY_BE_MARK = 2;
/** By units of UTF-16: to look each up takes a tenth of what it takes an expression to find it. */
const KINDS = new Uint8Array(0x1_00_00).fill(MAY_BE_MARK);
fill(SIGNS, 0);
fill(POINTED, IS_POINTED);

function fill(ranges: string, kind: number): void {
  for (const [, from = '', to = from] of ranges.matchAll(/([\s\S])(?:-([\s\S]))?/g)) {
    KINDS.subarray(from.charCodeAt(0), to.charCodeAt(0) + 1).forEach((had, at, kinds) => {
      kinds[at] = kind === 0 ? 0 : had | kind;
    });
  }
}

/** So many in a row that may be marks are looked at for what is one, which takes long. */
const CROWD = 5;
/** To put a long run of marks into its order takes the square of its length. */
const LONG_RUN = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** A text levelled. */
export interface Level {
  readonly held: string;
  /** What that took, in letters of Chinese; of no text takes a letter so counted more than 40 ns. */
  readonly work: number;
}

/** R7: what a text is compared by. */
export const levelled = (text: string): string => level(text).held;

export function level(text: string): Level {
  if (!BEYOND_ASCII.test(text)) return { held: text.toLowerCase(), work: text.length };
  const { isPointed, isCrowded } = kindOf(text);
  const bare = isPointed ? text.replace(POINTS, '') : text;
  const plain = isCrowded ? bare.replace(LONG_RUN, '$1') : bare;
  const whole = (isPointed ? plain.normalize('NFKD').replace(POINTS, '') : plain).normalize('NFKC');
  const held = whole.toLowerCase().replaceAll('ς', 'σ').replaceAll('’', "'").replaceAll('ʼ', "'");
  // Points are work, too, and are gone by then; a few signs become many letters.
  const letters = Math.max(text.length, held.length);
  return { held, work: letters * (isCrowded ? CROWDED_WORK : isPointed || whole !== text ? UNLIKE_WORK : 1) };
}

function kindOf(text: string): { isPointed: boolean; isCrowded: boolean } {
  let isPointed = false;
  let isCrowded = false;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (kind & IS_POINTED) isPointed = true;
    run = kind & MAY_BE_MARK ? run + 1 : 0;
    if (run >= CROWD) isCrowded = true;
  }
  return { isPointed, isCrowded };
}

/** Times that what is plain takes. */
const UNLIKE_WORK = 2;
const CROWDED_WORK = 10;

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
