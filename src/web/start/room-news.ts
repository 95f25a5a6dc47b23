import { signal } from '@preact/signals';
import { roomApi } from '../../protocol/api.ts';
import { fieldsOf } from '../../protocol/fields.ts';
import type { MemberId, Page } from '../../protocol/server-message.ts';
import { isRecent, kept } from '../parts/kept.ts';
import { isNews } from '../room/news.ts';
import { bearer, fetchPage } from '../room/preview.ts';

/** What was said in a room since this browser last saw it, as far as anybody may know. */
export interface RoomNews {
  /** Messages of others. */
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly isMore: boolean;
}

/** Requests a visit to the page at most, one after the other: a room where nothing is new takes one, another two or three. */
const REQUESTS = 24;
const PAGE = 50;

/** By room; absent where nothing is known. */
export const roomNews = signal<ReadonlyMap<string, RoomNews>>(new Map());

export function newsIn({ messages, more }: Page, self: MemberId | undefined): RoomNews {
  const count = messages.filter((message) => isNews(message, self)).length;
  return { count, isMore: more };
}

/** Asks the rooms, as long as there is somebody to see it; what cannot be had is left as it was. */
export async function askRooms(rooms: readonly string[], isSeen: () => boolean): Promise<void> {
  let left = REQUESTS;
  const asked = async <Answer>(ask: () => Promise<Answer>) => (left-- > 0 && isSeen() ? ask() : undefined);
  for (const room of rooms) {
    const summary = await asked(() => fetchSummary(room));
    if (!summary) continue;
    const after = seenOf(room, summary.log);
    const page =
      summary.head > after ? await asked(() => fetchPage(room, `?limit=${PAGE}&after=${after}`)) : NOTHING;
    if (!page) continue;
    const newest = page.more ? await asked(() => fetchPage(room, '?limit=1')) : page;
    // Forgotten meanwhile, here or on another page of this browser: nothing of it is to be kept.
    if (!isRecent(room)) continue;
    const at = newest?.messages.at(-1)?.at;
    if (at !== undefined) kept.keepActiveAt(room, at);
    roomNews.value = new Map(roomNews.value).set(room, newsIn(page, kept.self()));
  }
}

const NOTHING: Page = { messages: [], more: false };

/** R5: which transcript a room has, and how far it goes; undefined where it cannot be had just now. */
async function fetchSummary(room: string): Promise<{ log: unknown; head: number } | undefined> {
  try {
    const answer = await fetch(roomApi(room), { headers: bearer() });
    const { log, head } = fieldsOf(answer.ok && (await answer.json()));
    return typeof head === 'number' ? { log, head } : undefined;
  } catch {
    return undefined;
  }
}

/** A room in which nothing was seen yet is new from its first message on; so is one that was deleted and is used anew. */
function seenOf(room: string, log: unknown): number {
  const seen = kept.readUpTo(room);
  return seen.log === undefined || seen.log === log ? seen.seq || 0 : 0;
}
