import { nameKey } from '../../protocol/display-name.ts';
import type { Member } from '../../protocol/server-message.ts';

/** What was begun before the caret and can be completed. */
export interface Begun {
  readonly kind: 'name' | 'emoji' | 'command';
  /** Where its `@`, `:` or `/` stands. */
  readonly start: number;
  readonly query: string;
}

/** A lone `@` asks who is here. */
const NAME = /(?<=^|\s)@["“]?(?<query>(?:[^\s@"“”](?:[^\n@"“”]{0,38}[^\s@"“”])?)?)$/u;
/** Not behind a letter or a figure, as in an address or a time of day. */
const COLON = String.raw`(?<=^|[\s(\[*_~\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]):`;
const EMOJI = new RegExp(String.raw`${COLON}(?<query>\p{L}{2}[\p{L}\p{N}_+\-]*)$`, 'u');
/** The whole of the text so far; a lone slash asks what there is. */
const COMMAND = /^\/(?<query>[a-z]*)$/iu;
const SHORTCODE = new RegExp(String.raw`${COLON}(?<query>[\p{L}\p{N}_+\-]+):$`, 'u');

/** P1: of how many words a name may be that is written without quotes. */
const WORDS_MOST = 4;

/** What the text before the caret ends in; in code nothing is. */
export function begunAt(before: string): Begun | undefined {
  if (isInCode(before)) return undefined;
  return find('name', NAME, before) ?? find('emoji', EMOJI, before) ?? find('command', COMMAND, before);
}

/** A whole `:shortcode:` that has just been closed. */
export function shortcodeAt(before: string): Begun | undefined {
  return isInCode(before) ? undefined : find('emoji', SHORTCODE, before);
}

function find(kind: Begun['kind'], pattern: RegExp, before: string): Begun | undefined {
  const match = pattern.exec(before);
  return match?.groups?.query !== undefined
    ? { kind, start: match.index, query: match.groups.query }
    : undefined;
}

/** An odd number of backticks opens what no other has closed yet, be they one or three at a time. */
const isInCode = (before: string) => before.split('`').length % 2 === 0;

/** Those whom the letters may mean: by the start of a name, then by that of any word of it, then by what it holds. */
export function peopleNamed(query: string, people: readonly Member[]): Member[] {
  const begun = nameKey(query);
  const rank = ({ name }: Member) => {
    const key = nameKey(name);
    if (key.startsWith(begun)) return 0;
    if (key.split(' ').some((word) => word.startsWith(begun))) return 1;
    return key.includes(begun) ? 2 : Number.POSITIVE_INFINITY;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((found) => found.rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
    .map(({ person }) => person);
}

/** Whether nothing is left to complete. */
export const isWhole = (query: string, { name }: Member) => nameKey(query) === nameKey(name);

/** P1: somebody's name as a text calls on them, in quotes where without them it could be read as another's. */
export function mentionOf({ id, name }: Member, people: readonly Member[]): string {
  const begins = nameKey(`${name} `);
  const isUnclear = people.some((other) => other.id !== id && nameKey(other.name).startsWith(begins));
  const needsQuotes = isUnclear || name.split(' ').length > WORDS_MOST;
  return needsQuotes && !name.includes('"') ? `@"${name}"` : `@${name}`;
}
