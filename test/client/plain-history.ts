import fc from 'fast-check';
import type { DurableEvent, Message, ReactionEvent } from '../../src/protocol/server-message.ts';
import { message } from './fake-room.ts';

/** Something that somebody does; `pick` says to which of the messages. */
export type Step = {
  readonly does: 'say' | 'edit' | 'delete' | 'react' | 'unreact';
  readonly pick: number;
  readonly by: string;
};

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    does: fc.constantFrom('say', 'say', 'edit', 'delete', 'react', 'react', 'unreact'),
    pick: fc.nat(5),
    by: fc.constantFrom('ben', 'cleo', 'dan'),
  }),
  { maxLength: 12 },
);

/** The log after those steps; what would change nothing makes no event. */
export function historyOf(
  steps: readonly Step[],
  before: readonly DurableEvent[] = [],
): readonly DurableEvent[] {
  const log = [...before];
  for (const step of steps) log.push(...eventsOf(step, log));
  return log;
}

function eventsOf({ does, pick, by }: Step, log: readonly DurableEvent[]): DurableEvent[] {
  const seq = log.length + 1;
  if (does === 'say') return [message(seq, { from: { id: by, name: by } })];
  const target = stands(log)
    .filter(({ deleted }) => !deleted)
    .at(-1 - pick);
  if (!target) return [];
  const stamp = { seq, target: target.seq, by };
  if (does === 'edit') return [{ type: 'edit', ...stamp, text: `edit ${seq}`, at: seq }];
  if (does === 'delete') return [{ type: 'delete', ...stamp, at: seq }];
  const on = does === 'react';
  const isOn = target.reactions?.['👍']?.includes(by) ?? false;
  return on === isOn ? [] : [{ type: 'reaction', ...stamp, emoji: '👍', on }];
}

/** The plain model: every message as the log leaves it, each found by reading all that came after it. */
export function stands(log: readonly DurableEvent[]): readonly Message[] {
  return log
    .filter((event) => event.type === 'message')
    .map((first) => {
      const after = log.filter((event) => 'target' in event && event.target === first.seq);
      const edits = after.filter((event) => event.type === 'edit');
      const { text, ...bare } = first;
      const edited = edits.at(-1);
      const stamp = edited ? { edited: edited.at } : {};
      if (after.some((event) => event.type === 'delete')) return { ...bare, ...stamp, deleted: true };
      return { ...first, ...stamp, ...(edited && { text: edited.text }), ...reactions(after) };
    });
}

function reactions(after: readonly DurableEvent[]): Pick<Message, 'reactions'> {
  const likes = after.filter((event): event is ReactionEvent => event.type === 'reaction');
  const isOn = (by: string) => likes.findLast((like) => like.by === by)?.on;
  const inOrder = likes.filter((like) => like.on && likes.findLast(({ by }) => by === like.by) === like);
  const ids = inOrder.map(({ by }) => by).filter(isOn);
  return ids.length > 0 ? { reactions: { '👍': ids } } : {};
}

/** The newest messages, few enough that a page leaves some out. */
export const page = (log: readonly DurableEvent[]) => stands(log).slice(-4);
