import { expect } from 'vitest';
import type { Page } from '../../../src/protocol/server-message.ts';
import type { Aside, Insider, Outsider, Secret } from '../../support/live-aside.ts';
import type { ClassicClient } from '../../support/live-classic.ts';
import type { LiveClient } from '../../support/live-client.ts';
import type { Eyes } from '../../support/live-eyes.ts';

/** Somewhere to look, who looks there, and what comes of it. */
export interface Surface {
  readonly name: string;
  /** The parts of the code that are looked at; whoever looks has to have been there. */
  readonly covers: readonly string[];
  /** Gives the eyes that have looked. */
  readonly look: (aside: Aside, who: Insider | Outsider) => Promise<Eyes>;
  readonly outsiders: readonly Outsider[];
  /** What those whom it is for do see there. */
  readonly insiders?: Partial<Record<Insider, readonly Secret[]>>;
  /** What everybody sees there: a sign that one would see something. */
  readonly everybody?: string;
  /** For those who change the room by looking: each has one to themselves. */
  readonly changes?: true;
}

export const OUTSIDERS = ['eve', 'owner', 'guest', 'newcomer'] as const;
export const STANDING = {
  ann: ['edited', 'reply', 'comment', 'reaction', 'classic', 'last'],
  bob: ['edited', 'reply', 'comment', 'reaction', 'last'],
} as const;

export const ANYBODY = { member: null };

/** No message has this seq. */
export const NOWHERE = 999;

/** What has come before the eyes of somebody who was there throughout. */
export async function watched(aside: Aside, who: Insider | Outsider): Promise<Eyes> {
  const eyes = aside.live(who);
  await eyes.haveSeenAll();
  return eyes;
}

type NativeLook = (client: LiveClient, aside: Aside, who: Insider | Outsider) => Promise<void>;

export function native(look: NativeLook = async () => {}): Surface['look'] {
  return async (aside, who) => {
    const eyes = aside.eyes();
    await look(await eyes.joins(aside.claims(who)), aside, who);
    await eyes.haveSeenAll();
    return eyes;
  };
}

export function classic(look: (client: ClassicClient) => Promise<void> = async () => {}): Surface['look'] {
  return async (aside) => {
    const eyes = aside.eyes();
    await look(await eyes.logsIn('Greg'));
    await eyes.haveSeenAll();
    return eyes;
  };
}

export function isOutsider(who: Insider | Outsider): who is Outsider {
  return !['ann', 'bob', 'cleo'].includes(who);
}

/** Everything that one can try on the seq of a message; the first of it is for its author alone. */
export const meddlings = (seq: number): readonly object[] => [
  { type: 'edit', target: seq, text: 'mine now' },
  { type: 'edit', target: seq, text: '' },
  { type: 'delete', target: seq },
  { type: 'react', target: seq, emoji: '👍', on: true },
  { type: 'react', target: seq, emoji: '👍', on: false },
  { type: 'react', target: seq, emoji: 'no emoji', on: true },
  { type: 'send', replyTo: seq, text: 'about that' },
  { type: 'send', replyTo: seq, text: '' },
  { type: 'send', replyTo: seq, text: 'about that', to: ['nobody'] },
];

/** The errors that answer commands of one frame, but for the ids by which they are told apart. */
export async function answersTo(client: LiveClient, commands: readonly object[]): Promise<object[]> {
  client.says(commands.map((command, at) => ({ ...command, id: `meddling-${at}` })));
  const answers: object[] = [];
  for (const at of commands.keys()) {
    const { id: _, ...answer } = await client.hears({ type: 'error', id: `meddling-${at}` });
    answers.push(answer);
  }
  return answers;
}

type Range = { before?: number; after?: number; around?: number; limit?: number };

/** In every direction from every seq, with limits at which a private message would show. */
export function ranges({ head, messages }: Aside): Range[] {
  const limits = [1, 2, messages.length];
  return limits.flatMap((limit) => [
    { limit },
    ...upTo(head + 1).flatMap((seq) => [
      { limit, before: seq },
      { limit, after: seq - 1 },
      { limit, around: seq },
    ]),
  ]);
}

export const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A page is that of a room in which the private messages were never sent. */
export function expectNoHole({ messages, more, newer }: Page, range: Range, aside: Aside): void {
  const { before, after, around, limit = 50 } = range;
  const seqs = messages.map(({ seq }) => seq);
  const older = aside.messages.filter((seq) => seq < (seqs[0] ?? around ?? before ?? NOWHERE));
  const later = aside.messages.filter((seq) => seq > (seqs.at(-1) ?? after ?? NOWHERE));
  const meant = aside.messages.filter((seq) => seq < (before ?? NOWHERE) && seq > (after ?? 0));
  if (around === undefined) {
    const expected = after === undefined ? meant.slice(-limit) : meant.slice(0, limit);
    expect(seqs, JSON.stringify(range)).toEqual(expected);
    expect(more, JSON.stringify(range)).toBe(meant.length > limit);
  } else {
    expect(seqs, JSON.stringify(range)).toHaveLength(Math.min(limit, aside.messages.length));
    expect([more, newer], JSON.stringify(range)).toEqual([older.length > 0, later.length > 0]);
  }
}
