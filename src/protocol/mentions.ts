import { displayName } from './display-name.ts';
import { limits } from './limits.ts';

/** P1: how many a text may call on, and of how many words a name may be without quotes, so that looking stays cheap. */
const MOST = 5;
const WORDS_MOST = 4;
const PUNCTUATION = /[\p{P}\p{S}]+$/u;

/** Where a text calls on somebody: from its `@` to the end of the name. */
export interface Mention<Somebody> {
  readonly of: Somebody;
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly name: string;
  readonly length: number;
}

/** The first five that a text calls on with `@`, by a name that `named` knows, with or without quotes; the longest that fits. */
export function mentionsIn<Somebody>(
  text: string,
  named: (name: string) => Somebody | undefined,
): readonly Mention<Somebody>[] {
  const starts = [...text.matchAll(/(?<=^|\s)@(?=\S)/gu)].slice(0, MOST);
  return starts.flatMap(({ index: start }) => {
    // A name of 32 code points, its quotes, and what may stand behind it.
    for (const { name, length } of readings(text.slice(start + 1, start + 4 + 2 * limits.nameLength))) {
      const of = displayName(name) === undefined ? undefined : named(name);
      if (of !== undefined) return [{ of, start, end: start + 1 + length }];
    }
    return [];
  });
}

/** What a name that starts here may be, the longest first. */
function readings(rest: string): readonly Reading[] {
  const quoted = /^"([^"]+)"/u.exec(rest);
  if (quoted?.[1] !== undefined) return [{ name: quoted[1], length: quoted[0].length }];
  const ends = [...rest.matchAll(/(?<=\S)(?=\s|$)/gu)].slice(0, WORDS_MOST);
  const names = ends.map(({ index }) => rest.slice(0, index)).reverse();
  const distinct = new Set(names.flatMap((name) => [name, name.replace(PUNCTUATION, '')]));
  return [...distinct].map((name) => ({ name, length: name.length }));
}
