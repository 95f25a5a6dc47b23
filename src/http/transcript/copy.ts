import type { Env } from '../../env.ts';
import type { Refusal } from '../../protocol/codes.ts';
import type { Message, Page } from '../../protocol/server-message.ts';
import type { Visitor } from '../visitor.ts';

/** R6: a transcript as somebody takes it along. */
export interface Copy {
  readonly room: string;
  /** Null where nobody has ever joined. */
  readonly log: string | null;
  /** The newest seq when the copy was begun: what came later is not in it. */
  readonly head: number;
  /** When it was begun, Unix ms. */
  readonly at: number;
  /** All messages in order of seq, some at a time. A page is read when it is asked for; none is empty. */
  readonly pages: AsyncIterable<readonly Message[]>;
}

/** One way of writing a copy down. Ends only where the whole of it is written. */
export type Format = (copy: Copy) => AsyncGenerator<string>;

type Room = ReturnType<Env['ROOMS']['getByName']>;

/**
 * Messages asked for at a time. Each page is one turn of the room, of a few ms, between which others are served.
 * A million are 2,000 calls, of the 10,000 that a Worker may make.
 */
const PAGE = 500;

/** Begins a copy, or tells why there is none for this visitor. `find` is asked anew for each page, since a stub that has failed stays broken. */
export async function beginCopy(
  room: string,
  find: () => Room,
  visitor: Visitor,
  at: number,
): Promise<Copy | Refusal> {
  const read = (after: number) => find().messages({ after, limit: PAGE }, visitor);
  const first = await read(0);
  if ('code' in first) return first;
  const summary = await find().summary(visitor);
  if ('code' in summary) return summary;
  return { room, log: summary.log, head: first.head, at, pages: pagesUpTo(first.head, first, read) };
}

async function* pagesUpTo(
  head: number,
  first: Page,
  read: (after: number) => Promise<Page | Refusal>,
): AsyncGenerator<readonly Message[]> {
  for (let page: Page = first; ; ) {
    const messages = page.messages.filter(({ seq }) => seq <= head);
    const last = messages.at(-1);
    if (!last) return;
    yield messages;
    if (!page.more || messages.length < page.messages.length) return;
    const next = await read(last.seq);
    if ('code' in next) throw new Error(`The room closed to this reader: ${next.code}`);
    page = next;
  }
}
