import type { Refusal } from './codes.ts';
import type { RoomSettings } from './room-settings.ts';

/** Who somebody is: stable, public, and of no use for claiming to be them (J3). */
export type MemberId = string;

export interface Member {
  readonly id: MemberId;
  readonly name: string;
}

export type Role = 'owner' | 'moderator' | 'member';

/** H1: a host is an owner or a moderator. */
export type HostRole = Exclude<Role, 'member'>;

/** A member as it is listed: with its role, where it is a host. */
export interface ListedMember extends Member {
  readonly role?: HostRole;
}

/** H1: who the hosts are, here or not. */
export type Hosts = Readonly<Record<MemberId, HostRole>>;

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

export type ModerationAction =
  | 'kick'
  | 'ban'
  | 'unban'
  | 'mute'
  | 'unmute'
  | 'admit'
  | 'appoint'
  | 'settings';

/** H3: something that a host did to a member or to the room. Old clients step over it. */
export interface ModerationEvent {
  readonly type: 'moderation';
  readonly seq: number;
  readonly at: number;
  readonly by: MemberId;
  readonly action: ModerationAction;
  /** Who it was done to, with the name it had; absent for what concerns the room. */
  readonly member?: Member;
  /** Of a ban or a mute that ends: Unix time in ms. */
  readonly until?: number;
  /** What a member was made. */
  readonly role?: Role;
  /** H4: as they are from then on. */
  readonly settings?: RoomSettings;
}

/** Section 4: an entry of the transcript, with a seq. */
export type DurableEvent = Message | ChangeEvent | ModerationEvent;

/** J2: what a room is called and how it is kept (H4). */
export interface WelcomedRoom {
  readonly name: string;
  readonly log: string;
  readonly head: number;
  /** Absent where it is as it was made. */
  readonly settings?: RoomSettings;
}

/** H3: until when somebody may not write, as Unix time in ms; absent: for good. */
export interface Mute {
  readonly until?: number;
}

/** J2: who we are in a room. */
export interface Self extends Member {
  readonly role: Role;
  readonly muted?: Mute;
}

/** J2: what every welcome says. */
export interface Greeting {
  readonly type: 'welcome';
  readonly self: Self;
  readonly token: string;
  readonly room: WelcomedRoom;
  readonly count: number;
  readonly members: readonly ListedMember[];
  /** H1. Absent where there are none. */
  readonly hosts?: Hosts;
}

/** J5: for whoever is new, or has been away for too long (R2). */
interface Beginning {
  readonly resumed: false;
  readonly messages: readonly Message[];
  readonly more: boolean;
  readonly events?: never;
}

/** R1. */
interface Resumption {
  readonly resumed: true;
  readonly events: readonly DurableEvent[];
  readonly messages?: never;
  readonly more?: never;
}

export type Welcome = Greeting & (Beginning | Resumption);

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

/** R7: messages that hold what was searched for, in ascending order. */
export interface FoundAnswer {
  readonly type: 'found';
  readonly id?: string;
  readonly messages: readonly Message[];
  /** Whether there are older ones that were not looked through. */
  readonly more: boolean;
  /** With `more`: the oldest that was looked through, to search on before it, and when it was said. */
  readonly before?: number;
  readonly at?: number;
}

/** H1: who the hosts are from now on. */
export interface HostsSignal {
  readonly type: 'hosts';
  readonly hosts: Hosts;
}

/** H9: messages up to this seq are no longer kept. */
export interface ExpiredSignal {
  readonly type: 'expired';
  readonly upTo: number;
}

/** H8: one thing that a host did, as hosts read it. */
export interface LogEntry {
  readonly seq: number;
  readonly at: number;
  readonly by: Member;
  readonly action: ModerationAction | 'delete';
  readonly member?: Member;
  readonly until?: number;
  readonly role?: Role;
  readonly settings?: RoomSettings;
  readonly reason?: string;
  /** Of a deletion: the message's seq. Of a ban: how many messages were taken back with it. */
  readonly target?: number;
  readonly erased?: number;
}

export interface LogAnswer {
  readonly type: 'log';
  readonly id?: string;
  /** Newest first. */
  readonly entries: readonly LogEntry[];
  readonly more: boolean;
}

/** H8: somebody who is not simply a member. Figures are Unix times in ms; a ban or a mute without an end has none. */
export interface MemberStanding {
  readonly member: Member;
  readonly role?: HostRole;
  readonly banned?: { readonly until?: number; readonly address?: true };
  readonly muted?: Mute;
}

export interface StandingsAnswer {
  readonly type: 'standings';
  readonly id?: string;
  readonly standings: readonly MemberStanding[];
}

export interface Done {
  readonly type: 'done';
  readonly id: string;
}

/** What a command asked for, with the command's id where it had one. */
export type Answer = PageAnswer | FoundAnswer | LogAnswer | StandingsAnswer | Done;

export type ErrorMessage = { readonly type: 'error' } & Refusal;

/** What comes down: one union, told apart by `type`. */
export type ServerMessage =
  | Welcome
  | DurableEvent
  | Presence
  | Typing
  | HostsSignal
  | ExpiredSignal
  | Answer
  | ErrorMessage;
