import type { PageRange } from '../protocol/client-message.ts';
import type { Refusal } from '../protocol/codes.ts';
import type { Page } from '../protocol/server-message.ts';
import { gate, type Visitor } from './gate.ts';
import { readPage } from './page.ts';
import type { Parts } from './turn.ts';

/** R5. */
export interface Summary {
  readonly room: string;
  readonly log: string | null;
  readonly head: number;
  readonly count: number;
}

/** D2. */
export interface Figures {
  readonly members: number;
  readonly head: number;
  readonly isLocked: boolean;
}

export function summary(parts: Parts, visitor: Visitor, now: number): Summary | Refusal {
  const { room, transcript, roster, register } = parts;
  const refused = gate(register, visitor, now);
  if (refused) return refused;
  return { room, log: transcript.log, head: transcript.head, count: roster.count };
}

/** R5: what a newcomer may read; where newcomers may not, members only. D3: the deployer, all that is not private. */
export function read(
  { transcript, register }: Parts,
  range: PageRange,
  visitor: Visitor,
  now: number,
): (Page & { readonly head: number }) | Refusal {
  const refused = gate(register, visitor, now);
  if (refused) return refused;
  const floor = visitor.isOwner ? 0 : undefined;
  return { ...readPage({ transcript, register }, range, null, { floor }), head: transcript.head };
}

/** D2: what the deployer sees of it; undefined where nobody has used it. */
export function figures({ transcript, roster, register }: Parts): Figures | undefined {
  if (transcript.log === null) return undefined;
  const isLocked = register.keeping.settings.locked ?? false;
  return { members: roster.count, head: transcript.head, isLocked };
}
