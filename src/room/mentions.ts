import { limits } from '../protocol/limits.ts';
import type { MemberId } from '../protocol/server-message.ts';
import type { Directory } from './directory.ts';

/** Names looked for in one text: whoever calls on more calls on nobody. */
const MOST = 5;
const PUNCTUATION = /[\p{P}\p{S}]+$/u;

/** Those present whose names a text calls with an `@`, with or without quotes; of several readings the longest name. */
export function mentioned(text: string, directory: Directory): readonly MemberId[] {
  const starts = [...text.matchAll(/(?<=^|\s)@(?=\S)/gu)].slice(0, MOST);
  return starts.flatMap(({ index }) => {
    const names = readings(text.slice(index + 1, index + 2 + 2 * limits.nameLength));
    const member = names.map((name) => directory.named(name)).find((found) => found !== undefined);
    return member ? [member.id] : [];
  });
}

/** What a name that starts here may be, the longest first. */
function readings(rest: string): readonly string[] {
  const quoted = /^"([^"]+)"/u.exec(rest)?.[1];
  if (quoted !== undefined) return [quoted];
  const ends = [...rest.matchAll(/\s|$/gu)].map(({ index }) => rest.slice(0, index)).reverse();
  return ends.flatMap((name) => [name, name.replace(PUNCTUATION, '')]);
}
