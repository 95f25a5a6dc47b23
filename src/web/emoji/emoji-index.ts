import { levelled } from '../../protocol/search.ts';

/** An emoji, and the words that it is found by. */
export interface Emoji {
  readonly emoji: string;
  readonly label: string;
  readonly group: number;
  /** Without the colons; the first is the one to show. */
  readonly shortcodes: readonly string[];
  readonly tags: readonly string[];
  /** In the five tones of skin, where it has them. */
  readonly toned?: readonly string[] | undefined;
}

/** The words of one, levelled: what it is called, and what else comes to mind. */
interface Entry {
  readonly entry: Emoji;
  readonly names: readonly string[];
  readonly tags: readonly string[];
}

/** Emoji in their usual order, to be looked up. */
export class EmojiIndex {
  readonly all: readonly Emoji[];
  readonly #byShortcode: ReadonlyMap<string, Emoji>;
  readonly #byEmoji: ReadonlyMap<string, Emoji>;
  readonly #entries: readonly Entry[];

  constructor(all: readonly Emoji[]) {
    this.all = all;
    this.#byShortcode = new Map(all.flatMap((entry) => entry.shortcodes.map((code) => [code, entry])));
    this.#byEmoji = new Map(
      all.flatMap((entry) => [entry.emoji, ...(entry.toned ?? [])].map((e) => [e, entry])),
    );
    this.#entries = all.map((entry) => ({
      entry,
      names: [...entry.shortcodes, entry.label].flatMap(wordsIn),
      tags: entry.tags.flatMap(wordsIn),
    }));
  }

  withShortcode(code: string): Emoji | undefined {
    return this.#byShortcode.get(code.toLowerCase());
  }

  /** What an emoji is, whatever its tone. */
  find(emoji: string): Emoji | undefined {
    return this.#byEmoji.get(emoji);
  }

  /** All words must be in it; those that begin a shortcode come first, and of equals those that are used. */
  search(query: string, used: readonly string[] = []): Emoji[] {
    const words = simple(query)
      .split(/[\s_']+/u)
      .filter(Boolean);
    const whole = words.join('_');
    if (whole === '') return [];
    const isUsed = new Set(used.map((emoji) => this.find(emoji)));
    return this.#entries
      .map(({ entry, ...found }) => ({
        entry,
        rank: rankOf(entry, found, words, whole) - (isUsed.has(entry) ? 0.5 : 0),
      }))
      .filter(({ rank }) => rank < NOT_FOUND)
      .sort((a, b) => a.rank - b.rank)
      .map(({ entry }) => entry);
  }
}

/** As it is typed in a hurry. */
const simple = (text: string) => levelled(text).replaceAll('œ', 'oe');

const wordsIn = (text: string) => simple(text).split(/[\s_:,’'-]+/u);

const NOT_FOUND = 9;
/** Written without spaces: a word may begin anywhere. */
const UNSPACED = /^\p{Script=Han}/u;

function rankOf(
  { shortcodes }: Emoji,
  { names, tags }: Omit<Entry, 'entry'>,
  words: readonly string[],
  whole: string,
): number {
  if (shortcodes.includes(whole)) return 0;
  if (shortcodes.some((code) => code.startsWith(whole))) return 1;
  const begins = (among: readonly string[]) =>
    words.every((word) => among.some((other) => holdsBegun(other, word)));
  if (begins(names)) return 2;
  return begins([...names, ...tags]) ? 3 : NOT_FOUND + 1;
}

const holdsBegun = (other: string, word: string) =>
  UNSPACED.test(word) ? other.includes(word) : other.startsWith(word);
