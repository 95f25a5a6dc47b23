import { limits } from '../protocol/limits.ts';
import { holdsAll, level } from '../protocol/search.ts';
import { searchLimits } from '../protocol/search-limits.ts';
import type { FoundAnswer, Message } from '../protocol/server-message.ts';
import { Fitting, olderMessages, type Readable } from './page.ts';
import type { Viewer } from './readers.ts';

type Found = Pick<FoundAnswer, 'messages' | 'more' | 'before' | 'at'>;

/**
 * R7: of the messages before a seq that `viewer` may read, those that hold all the words. Looks no further back than one
 * search may, so that what it costs does not depend on how long the history is.
 */
export function find(
  room: Readable,
  words: readonly string[],
  viewer: Viewer,
  before: number = Number.POSITIVE_INFINITY,
): Found {
  const fitting = new Fitting(limits.pageDefault);
  const look = new Look(words);
  let last: Message | undefined;
  for (const message of olderMessages(room, before, viewer)) {
    const isOver = look.isOver || (look.finds(message) && !fitting.take(message));
    if (isOver && last) {
      return { messages: fitting.taken.reverse(), more: true, before: last.seq, at: last.at };
    }
    last = message;
  }
  return { messages: fitting.taken.reverse(), more: false };
}

/** One search's eye, which tires. */
class Look {
  readonly #words: readonly string[];
  #messages = 0;
  #letters = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get isOver(): boolean {
    return this.#messages >= searchLimits.messages || this.#letters >= searchLimits.letters;
  }

  finds(message: Message): boolean {
    const { held, work } = level(message.text ?? '');
    this.#messages++;
    this.#letters += work + held.length * (this.#words.length - 1) * searchLimits.perWord;
    this.#letters += reactorsOf(message) * searchLimits.perReactor;
    return holdsAll(held, this.#words);
  }
}

/** They are read with their message, found or not. */
const reactorsOf = ({ reactions = {} }: Message) =>
  Object.values(reactions).reduce((sum, members) => sum + members.length, 0);
