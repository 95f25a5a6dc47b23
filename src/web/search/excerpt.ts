import { type Span, spansOf, startOf } from '../../protocol/search.ts';
import { gist } from '../parts/gist.ts';

/** A part of an excerpt; some are what was searched for. */
export interface Stretch {
  readonly text: string;
  readonly isFound: boolean;
}

/** How much stands before the first word found, in units of UTF-16; and how much in all, in code points. */
const BEFORE = 40;
const MOST = 200;
/** What `gist` looks at. */
const LOOKED_AT = 4 * MOST;
const HALF = /[\ud800-\udbff]$/;

/** What a message says around the first word found in it, in one line of plain words. */
export function excerpt(text: string, words: readonly string[]): readonly Stretch[] {
  const start = startBefore(text, startOf(text, words) ?? 0);
  const rest = text.slice(start, start + LOOKED_AT).replace(HALF, '');
  const plain = gist(rest, MOST);
  const isWhole = start + rest.length >= text.length && gist(rest, MOST + 1) === plain;
  const parts = partsOf(plain, spansOf(plain, words));
  return [...(start > 0 ? [ELLIPSIS] : []), ...parts, ...(isWhole ? [] : [ELLIPSIS])];
}

const ELLIPSIS: Stretch = { text: '…', isFound: false };

/** At the beginning of a word, where there is one; in no case within a code point. */
function startBefore(text: string, first: number): number {
  const earliest = first - BEFORE;
  if (earliest <= 0) return 0;
  const space = text.slice(earliest, first).search(/\s\S/);
  if (space >= 0) return earliest + space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(earliest)) ? earliest + 1 : earliest;
}

function partsOf(plain: string, spans: readonly Span[]): readonly Stretch[] {
  let done = 0;
  const parts = spans.flatMap(([from, to]) => {
    const between = plain.slice(done, from);
    done = to;
    return [
      { text: between, isFound: false },
      { text: plain.slice(from, to), isFound: true },
    ];
  });
  return [...parts, { text: plain.slice(done), isFound: false }].filter(({ text }) => text !== '');
}
