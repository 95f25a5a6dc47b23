import { roomPath } from '../../protocol/room-name.ts';
import type { Message, Page } from '../../protocol/server-message.ts';
import { utf8Length } from '../../protocol/text.ts';
import { isPage } from './page.ts';

const CACHE = 'parlor-last-seen';
/** Of one room: a dozen together stay below 300 kB. */
const MOST_BYTES = 25_000;

/** What was read last in a room on this browser, private messages too. */
export async function lastSeen(room: string): Promise<Page | undefined> {
  try {
    const kept = await caches.match(roomPath(room), { cacheName: CACHE });
    const page: unknown = await kept?.json();
    return isPage(page) ? page : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the place of what was kept before; of many messages the newest are kept. */
export async function keepSeen(room: string, { messages, more }: Page): Promise<void> {
  const newest = fitting(messages);
  if (newest.length === 0) return dropSeen(room);
  const page: Page = { messages: newest, more: more || newest.length < messages.length };
  try {
    const cache = await caches.open(CACHE);
    await cache.put(roomPath(room), Response.json(page));
  } catch {
    // Full or forbidden: the next visit begins with what the room says.
  }
}

export async function dropSeen(room: string): Promise<void> {
  try {
    const cache = await caches.open(CACHE);
    await cache.delete(roomPath(room));
  } catch {
    // Where nothing can be kept, nothing was.
  }
}

function fitting(messages: readonly Message[]): readonly Message[] {
  let left = MOST_BYTES;
  const tooMuch = messages.findLastIndex((message) => {
    left -= utf8Length(JSON.stringify(message));
    return left < 0;
  });
  return messages.slice(tooMuch + 1);
}
