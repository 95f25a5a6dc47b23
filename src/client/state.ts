import type { Refusal } from '../protocol/codes.ts';
import type { RoomSettings } from '../protocol/room-settings.ts';
import type { Hosts, Member, MemberId, Message, ModerationEvent, Self } from '../protocol/server-message.ts';

/** What can be said of the line to the room. */
export type Line =
  /** Not asked to connect yet, or told to stop. */
  | { readonly state: 'idle' }
  /** A socket is opening, or open and not welcomed yet. */
  | { readonly state: 'connecting' }
  /** Welcomed: what is said arrives. */
  | { readonly state: 'live' }
  /** Between two tries; `retryAt` is Unix time in ms, `why` what the room said, should it have said anything. */
  | { readonly state: 'waiting'; readonly retryAt: number; readonly why?: Refusal }
  /** The room refused the join; another name, or another room, is up to the person. */
  | { readonly state: 'refused'; readonly why: Refusal }
  /** Closed for good (PROTOCOL.md section 6, 44xx): no way back by itself. */
  | { readonly state: 'ended'; readonly code: number; readonly reason: string };

/** A message of our own that the room has not acknowledged. */
export interface PendingMessage {
  /** S3: the same over every try, so that it is stored once. */
  readonly id: string;
  readonly text: string;
  readonly replyTo?: number;
  readonly to?: readonly MemberId[];
  /** S3: the cursor when it was first sent; until then, when it was written. */
  readonly since: number;
  /** Unix time in ms at which it was written. */
  readonly at: number;
  /** Set where the room refused it; it waits for the person to try again or give up. */
  readonly failed?: Refusal;
}

/** A part of the messages, ascending by seq, without a hole. */
export interface Slice {
  readonly messages: readonly Message[];
  /** Whether older ones than the first can be loaded. */
  readonly hasOlder: boolean;
}

/** Everything that a view shows of a room. Replaced, never changed: equal references mean equal content. */
export interface RoomState extends Slice {
  readonly line: Line;
  readonly self?: Self;
  /** R1: what the seqs of the messages count in; absent until the room has said it. */
  readonly log?: string;
  /** Up to 200 of those present, ourselves among them, in the order in which they came into view. */
  readonly members: readonly Member[];
  /** How many are present. */
  readonly count: number;
  /** Up to the newest. */
  readonly messages: readonly Message[];
  /** What is to be shown instead, while somebody reads far back: newer ones than its last are not loaded. */
  readonly past?: Slice | undefined;
  /** In the order in which they will be sent; shown below `messages`. */
  readonly pending: readonly PendingMessage[];
  /** Others who are writing, by id. */
  readonly typing: readonly MemberId[];
  /** H1: who the hosts are, here or not. */
  readonly hosts: Hosts;
  /** H4: how the hosts keep the room. */
  readonly settings: RoomSettings;
  /** H3: what a host did last while we were there, as far as we are told. */
  readonly moderation?: ModerationEvent;
}

/** Before the room has said anything. */
export const NOTHING_YET: RoomState = {
  line: { state: 'idle' },
  members: [],
  count: 0,
  messages: [],
  hasOlder: false,
  pending: [],
  typing: [],
  hosts: {},
  settings: {},
};
