import type { ChangeEvent, DurableEvent, Message } from '../protocol/server-message.ts';
import { react } from './reactions.ts';

/** Messages ascending by seq. Never changed: every function answers a new list, or the same where nothing changed. */
export type Timeline = readonly Message[];

export function applyEvents(timeline: Timeline, events: readonly DurableEvent[]): Timeline {
  const draft = [...timeline];
  let changed = false;
  for (const event of events) changed = apply(draft, event) || changed;
  return changed ? draft : timeline;
}

/**
 * R1: a message of a resume may already stand as later events leave it. Edits and deletions can be applied once more;
 * reactions beyond those listed could be counted twice, so a message that brings reactions is believed.
 */
export function applyResume(timeline: Timeline, events: readonly DurableEvent[]): Timeline {
  const settled = new Set(events.filter((event) => 'reactions' in event).map(({ seq }) => seq));
  const isNews = (event: DurableEvent) => event.type !== 'reaction' || !settled.has(event.target);
  return applyEvents(timeline, events.filter(isNews));
}

/** S3: takes over how a message now stands, where it is shown at all. */
export function refresh(timeline: Timeline, message: Message): Timeline {
  return holds(timeline, message.seq) ? applyEvents(timeline, [message]) : timeline;
}

/** R4: the page that lies before the oldest. */
export function prepend(timeline: Timeline, older: readonly Message[]): Timeline {
  const oldest = timeline[0]?.seq ?? Number.POSITIVE_INFINITY;
  return [...older.filter(({ seq }) => seq < oldest), ...timeline];
}

/** What lies after the newest; where both have a message, the later list knows better how it stands. */
export function append(timeline: Timeline, newer: readonly Message[]): Timeline {
  const first = newer[0]?.seq ?? Number.POSITIVE_INFINITY;
  return [...timeline.filter(({ seq }) => seq < first), ...newer];
}

export function holds(timeline: Timeline, seq: number): boolean {
  return timeline[place(timeline, seq)]?.seq === seq;
}

/** Of a part of the past: what is said now is none of it. */
export function applyChanges(timeline: Timeline, events: readonly DurableEvent[]): Timeline {
  return applyEvents(
    timeline,
    events.filter(({ type }) => type !== 'message'),
  );
}

function apply(draft: Message[], event: DurableEvent): boolean {
  if (event.type === 'message') {
    const index = place(draft, event.seq);
    draft.splice(index, draft[index]?.seq === event.seq ? 1 : 0, event);
    return true;
  }
  if (event.type === 'moderation') return false;
  const index = place(draft, event.target);
  const target = draft[index];
  if (target?.seq !== event.target || target.deleted) return false;
  const changed = change(target, event);
  draft[index] = changed;
  return changed !== target;
}

function change(message: Message, event: ChangeEvent): Message {
  switch (event.type) {
    case 'edit':
      return { ...message, text: event.text, edited: event.at };
    case 'delete':
      return tombstone(message);
    case 'reaction':
      return react(message, event);
  }
}

function tombstone({ text, reactions, reactionCounts, ...kept }: Message): Message {
  return { ...kept, deleted: true };
}

/** Where that seq stands, or would. */
function place(timeline: Timeline, seq: number): number {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timeline[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
