import type { ReadonlySignal } from '@preact/signals';
import type { RoomState } from '../../client/state.ts';
import type { MemberId, Message } from '../../protocol/server-message.ts';
import type { Audience } from '../parts/drafts.ts';
import type { Names } from './names.ts';
import type { Notice } from './notice.ts';

/** What becomes of the text in the composer, and of which message it is the answer or the next text. */
export type Purpose =
  | { readonly kind: 'new'; readonly message?: undefined }
  | { readonly kind: 'reply'; readonly message: Message }
  | { readonly kind: 'edit'; readonly message: Message };

/** Where a message goes, besides to the room. */
export interface Target {
  readonly replyTo?: number;
  readonly to?: readonly MemberId[];
}

/** What a composer asks of the visit that it belongs to. */
export interface Visit {
  readonly room: string;
  readonly state: ReadonlySignal<RoomState>;
  /** The messages that there are to show, of the past as well. */
  readonly bySeq: ReadonlySignal<ReadonlyMap<number, Message>>;
  readonly isOver: ReadonlySignal<boolean>;
  /** Why the room takes no text of ours for now, in words; undefined where it does. */
  readonly whyNotWrite: ReadonlySignal<(() => string) | undefined>;
  readonly isHost: ReadonlySignal<boolean>;
  readonly notice: Notice;
  readonly names: Names;
  /** Throws RefusedError where the text cannot be sent. */
  send(text: string, target: Target): void;
  /** Whether it was done. */
  edit(seq: number, text: string): Promise<boolean>;
  /** A host's command; whether it was done. */
  carryOut(text: string): Promise<boolean>;
  typing(on: boolean): void;
}

export function targetOf(purpose: Purpose, audience: Audience | undefined): Target {
  return {
    ...(purpose.kind === 'reply' && { replyTo: purpose.message.seq }),
    ...(audience && { to: audience.people.map(({ id }) => id) }),
  };
}

export const answersPrivately = (purpose: Purpose) =>
  purpose.kind === 'reply' && purpose.message.to !== undefined;

/** Everybody who reads a private message besides ourselves; ourselves where there is nobody else. */
export function otherReaders({ from, to = [] }: Message, self: MemberId | undefined): MemberId[] {
  const readers = [...new Set([from.id, ...to])];
  const others = readers.filter((id) => id !== self);
  return others.length > 0 ? others : readers;
}
