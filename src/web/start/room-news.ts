import { signal } from '@preact/signals';
import type { MemberId, Page } from '../../protocol/server-message.ts';
import { kept } from '../parts/kept.ts';
import { fetchPage } from '../room/preview.ts';

/** What was said in a room since this browser last saw it, as far as anybody may know. */
export interface RoomNews {
  /** Messages of others. */
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly isMore: boolean;
}

/** A dozen requests a visit to the page at most, one after the other. */
const REQUESTS = 12;
const PAGE = 50;

/** By room; absent where nothing is known. */
export const roomNews = signal<ReadonlyMap<string, RoomNews>>(new Map());

export function newsIn({ messages, more }: Page, self: MemberId | undefined): RoomNews {
  const count = messages.filter(({ deleted, from }) => !deleted && from.id !== self).length;
  return { count, isMore: more };
}

/** Asks the rooms, as long as there is somebody to see it; what cannot be had is left as it was. */
export async function askRooms(rooms: readonly string[], isSeen: () => boolean): Promise<void> {
  let left = REQUESTS;
  const ask = async (room: string, query: string) =>
    left-- > 0 && isSeen() ? fetchPage(room, query) : undefined;
  for (const room of rooms) {
    const page = await ask(room, `?limit=${PAGE}${after(room)}`);
    if (!page) continue;
    const newest = page.more ? await ask(room, '?limit=1') : page;
    const at = newest?.messages.at(-1)?.at;
    if (at !== undefined) kept.keepActiveAt(room, at);
    roomNews.value = new Map(roomNews.value).set(room, newsIn(page, kept.self()));
  }
}

/** A room in which nothing was seen yet is new from its first message on. */
function after(room: string): string {
  return `&after=${kept.readUpTo(room) || 0}`;
}
