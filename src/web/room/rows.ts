import type { PendingMessage } from '../../client/state.ts';
import type { MemberId, Message } from '../../protocol/server-message.ts';
import { dayKey } from '../parts/times.ts';
import { isNews } from './news.ts';

/** A message of the room's, or one of our own on its way there. */
export type Entry = Message | PendingMessage;

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'fresh'; readonly key: string; readonly count: number }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry; readonly hasHead: boolean };

/** The key of the line that new messages begin under. */
export const FRESH = 'fresh';

const ONE_HEAD = 5 * 60_000;

export function isSent(entry: Entry): entry is Message {
  return 'seq' in entry;
}

/** What the timeline shows, from top to bottom; `line` is the seq after which new ones begin. */
export function timelineRows(
  messages: readonly Message[],
  pending: readonly PendingMessage[],
  self: MemberId | undefined,
  line: number | undefined,
): Row[] {
  const rows: Row[] = [];
  let last: Entry | undefined;
  let day = Number.NEGATIVE_INFINITY;
  let isFreshShown = line === undefined;
  for (const entry of [...messages, ...pending]) {
    // A message on its way has the time of this device, whose clock may be on the day before.
    const startsDay = dayKey(entry.at) > day;
    const startsFresh = !isFreshShown && isSent(entry) && entry.seq > (line ?? 0) && isNews(entry, self);
    if (startsDay) {
      day = dayKey(entry.at);
      rows.push({ kind: 'day', key: `day-${day}`, at: entry.at });
    }
    if (startsFresh) rows.push({ kind: 'fresh', key: FRESH, count: freshCount(messages, entry, self) });
    const hasHead = startsDay || startsFresh || !last || !sharesHead(last, entry, self);
    rows.push({ kind: 'entry', key: entryKey(entry, self), entry, hasHead });
    isFreshShown ||= startsFresh;
    last = entry;
  }
  return rows;
}

/** The same before and after the room has acknowledged it, so that its place in the page stays. */
export function entryKey(entry: Entry, self: MemberId | undefined): string {
  return `${authorId(entry, self)}:${entry.id}`;
}

const authorId = (entry: Entry, self: MemberId | undefined) => (isSent(entry) ? entry.from.id : self);

function sharesHead(last: Entry, entry: Entry, self: MemberId | undefined): boolean {
  return (
    authorId(last, self) === authorId(entry, self) &&
    entry.at - last.at < ONE_HEAD &&
    String(last.to) === String(entry.to) &&
    (!isSent(last) || !isSent(entry) || last.from.name === entry.from.name)
  );
}

function freshCount(messages: readonly Message[], first: Entry, self: MemberId | undefined): number {
  const { seq } = first as Message;
  return messages.reduce((n, message) => n + Number(message.seq >= seq && isNews(message, self)), 0);
}
