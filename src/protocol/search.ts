/** What is not ASCII; of what is, nothing but the case is to be levelled. */
const BEYOND_ASCII = /[\u0080-\uffff]/;
/** The marks that most texts have. */
const USUAL_MARKS = /[\u0300-\u036f]+/g;
/** Letters of which none is a mark: Latin, Greek, Cyrillic, kana, Han, Hangul, and their full and half widths. */
const NO_MARKS =
  /^[\0-\u02ff\u0370-\u0482\u048a-\u0530\u1100-\u11ff\u1e00-\u20cf\u3001-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3\uff00-\uffef]*$/;
const MARKS = /\p{M}+/gu;

/** R7: what a text is compared by. A code point is levelled the same wherever it stands, so that pieces can be levelled one by one. */
export function levelled(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // Marks go before, too: to put a long run of them into its order takes the square of its length.
  return withoutMarks(withoutMarks(text).normalize('NFKD')).toLowerCase().replaceAll('ς', 'σ');
}

/** The class of all marks takes ten times as long to look for as those of most texts. */
function withoutMarks(text: string): string {
  const rest = text.replace(USUAL_MARKS, '');
  return NO_MARKS.test(rest) ? rest : rest.replace(MARKS, '');
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

/** R7: where a text, as it is written, holds one of the words: in order, apart from each other, and with the marks of their letters. */
export function spansOf(text: string, words: readonly string[]): readonly Span[] {
  const { held, written } = lettersOf(text);
  const spans = words.flatMap((word) =>
    startsOf(held, word).map((at): Span => {
      const [from] = written[at] ?? [0];
      const [, to] = written[at + word.length - 1] ?? [0, 0];
      return [from, to];
    }),
  );
  return joined(spans.sort(([one], [other]) => one - other));
}

/** A text levelled, and for each unit of that the letter that is written in its place. */
function lettersOf(text: string): { held: string; written: readonly Span[] } {
  const written: [from: number, to: number][] = [];
  let held = '';
  let at = 0;
  for (const sign of text) {
    const level = levelled(sign);
    const letter = written.at(-1);
    const next: [number, number] = [at, at + sign.length];
    if (level === '' && letter) letter[1] = next[1];
    // One letter's array, shared: a mark that follows is seen by all of its units.
    for (let unit = 0; unit < level.length; unit++) written.push(next);
    held += level;
    at = next[1];
  }
  return { held, written };
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
