import { displayName } from '../protocol/display-name.ts';
import { limits } from '../protocol/limits.ts';
import type { MemberId } from '../protocol/server-message.ts';
import type { Directory } from './directory.ts';

/** P1: how many a text may call on, and of how many words a name may be without quotes, so that looking stays cheap. */
const MOST = 5;
const WORDS_MOST = 4;
const PUNCTUATION = /[\p{P}\p{S}]+$/u;

/** The first five that a text calls on with `@`, by a name that is held here, with or without quotes; the longest that fits. */
export function mentioned(text: string, directory: Directory): readonly MemberId[] {
  const starts = [...text.matchAll(/(?<=^|\s)@(?=\S)/gu)].slice(0, MOST);
  return starts.flatMap(({ index }) => {
    // A name of 32 code points, its quotes, and what may stand behind it.
    const names = readings(text.slice(index + 1, index + 4 + 2 * limits.nameLength));
    for (const name of names) {
      const member = displayName(name) === undefined ? undefined : directory.named(name);
      if (member) return [member.id];
    }
    return [];
  });
}

/** What a name that starts here may be, the longest first. */
function readings(rest: string): readonly string[] {
  const quoted = /^"([^"]+)"/u.exec(rest)?.[1];
  if (quoted !== undefined) return [quoted];
  const ends = [...rest.matchAll(/(?<=\S)(?=\s|$)/gu)].slice(0, WORDS_MOST);
  const names = ends.map(({ index }) => rest.slice(0, index)).reverse();
  return [...new Set(names.flatMap((name) => [name, name.replace(PUNCTUATION, '')]))];
}
