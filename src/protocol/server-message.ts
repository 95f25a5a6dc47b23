import type { Refusal } from './codes.ts';

/** Who somebody is: stable, public, and of no use for claiming to be them (J3). */
export type MemberId = string;

export interface Member {
  readonly id: MemberId;
  readonly name: string;
}

export type Role = 'owner' | 'moderator' | 'member';

/** A chat entry as it now stands (S1, S7, S8): live, in a page, in a resume. */
export interface Message {
  readonly type: 'message';
  readonly seq: number;
  readonly id: string;
  /** Unix time in ms. */
  readonly at: number;
  readonly from: Member;
  /** Absent from a tombstone. */
  readonly text?: string;
  readonly replyTo?: number;
  /** S6: a private message; whoever is not in it, nor its author, never gets it. */
  readonly to?: readonly MemberId[];
  /** Unix time in ms of the last edit. */
  readonly edited?: number;
  readonly deleted?: true;
  /** At most 50 members an emoji. */
  readonly reactions?: Readonly<Record<string, readonly MemberId[]>>;
  /** How many they are, for the emoji where that is more than 50. */
  readonly reactionCounts?: Readonly<Record<string, number>>;
}

export interface EditEvent {
  readonly type: 'edit';
  readonly seq: number;
  readonly target: number;
  /** Empty in a resume where the message was deleted since (R1). */
  readonly text: string;
  readonly at: number;
  readonly by: MemberId;
}

export interface DeleteEvent {
  readonly type: 'delete';
  readonly seq: number;
  readonly target: number;
  readonly at: number;
  readonly by: MemberId;
}

export interface ReactionEvent {
  readonly type: 'reaction';
  readonly seq: number;
  readonly target: number;
  readonly emoji: string;
  readonly by: MemberId;
  readonly on: boolean;
}

/** What happens to a message after it was sent. */
export type ChangeEvent = EditEvent | DeleteEvent | ReactionEvent;

/** Section 4: an entry of the transcript, with a seq. */
export type DurableEvent = Message | ChangeEvent;

export interface Welcome {
  readonly type: 'welcome';
  readonly self: Member & { readonly role: Role };
  readonly token: string;
  readonly room: { readonly name: string; readonly log: string; readonly head: number };
  readonly count: number;
  readonly members: readonly Member[];
  readonly messages?: readonly Message[];
  readonly more?: boolean;
  readonly resumed: boolean;
  readonly events?: readonly DurableEvent[];
}

export interface Presence {
  readonly type: 'presence';
  readonly joined?: readonly Member[];
  readonly left?: readonly MemberId[];
  readonly changed?: readonly Member[];
  readonly count: number;
}

export interface Typing {
  readonly type: 'typing';
  readonly id: MemberId;
  readonly on: boolean;
}

/** R4, R5: some messages in ascending order, and whether there are more. */
export interface Page {
  readonly messages: readonly Message[];
  /** In the direction asked; older ones for `around` and for the newest page. */
  readonly more: boolean;
  /** Only for `around`. */
  readonly newer?: boolean;
}

export interface PageAnswer extends Page {
  readonly type: 'page';
  readonly id?: string;
}

export interface Done {
  readonly type: 'done';
  readonly id: string;
}

export type ErrorMessage = { readonly type: 'error' } & Refusal;

/** What comes down: one union, told apart by `type`. */
export type ServerMessage = Welcome | DurableEvent | Presence | Typing | PageAnswer | Done | ErrorMessage;
