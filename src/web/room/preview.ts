import { roomApi } from '../../protocol/api.ts';
import type { Page } from '../../protocol/server-message.ts';
import { kept } from '../parts/kept.ts';
import { isPage } from '../parts/page.ts';

/** A4: whether a private room's name was ever issued. Where nothing answers, the socket will tell. */
export async function isIssued(room: string): Promise<boolean> {
  try {
    return (await fetch(roomApi(room))).status !== 404;
  } catch {
    return true;
  }
}

/** What a newcomer sees first: what lies around the message `seq`, where that may be read, or the newest. */
export async function firstPage(room: string, seq: number | undefined): Promise<Page | undefined> {
  const around = seq === undefined ? undefined : await fetchPage(room, `?around=${seq}`);
  return around?.messages.some((message) => message.seq === seq) ? around : fetchPage(room);
}

/** R5: what a newcomer could read, the newest where no query asks otherwise; undefined where it cannot be had just now. */
export async function fetchPage(room: string, query = ''): Promise<Page | undefined> {
  try {
    const path = `${roomApi(room)}/messages${query}`;
    const answer = await (takeEarly(path) ?? fetch(path, { headers: bearer() }));
    const page: unknown = answer.ok && (await answer.json());
    return isPage(page) ? page : undefined;
  } catch {
    return undefined;
  }
}

/** What early.ts has asked already, once; should it come later, it asks no more. */
function takeEarly(path: string): Promise<Response> | undefined {
  const { parlorEarly: early } = globalThis;
  globalThis.parlorEarly = null;
  return early?.path === path ? early.answer : undefined;
}

/** R5: who asks, so that a closed room opens to its members. */
export function bearer(): Record<string, string> {
  const token = kept.token();
  return token ? { Authorization: `Bearer ${token}` } : {};
}
