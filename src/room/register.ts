import type { RoomSettings } from '../protocol/room-settings.ts';
import type { HostRole, Hosts, Member, MemberId, Role } from '../protocol/server-message.ts';
import { LAST_TIME } from '../protocol/time.ts';

/** What a room remembers of one member. Of most it remembers nothing. Times are Unix ms, `FOREVER` without an end. */
export interface Standing {
  /** As it was last called. */
  readonly name: string;
  readonly role?: HostRole;
  readonly bannedUntil?: number;
  readonly mutedUntil?: number;
  /** H5: has shown what the room asks for, or was let in by a host; no ban of an address concerns it. */
  readonly admitted?: true;
  /** H6: writes while the brake is pulled. */
  readonly known?: true;
  /** H4: while the history is hidden, it reads what came after this seq. Absent: it has not been here since. */
  readonly readsAfter?: number;
}

/** Where a ban or a mute has no end. */
export const FOREVER = LAST_TIME;

/** Until when something holds, as it is told: what has no end tells none. */
export const ending = (until: number) => (until < FOREVER ? { until } : {});

/** How long something still holds, as a refusal tells it. */
export const remaining = (until: number, now: number) => (until < FOREVER ? { retryAfter: until - now } : {});

/** How a room is kept, with what nobody is told. */
export interface Keeping {
  readonly settings: RoomSettings;
  /** H5: of the password, where there is one; opaque here. */
  readonly passwordHash?: string;
  /** H2: raised where ownership is passed on, so that earlier owner keys are worth nothing. */
  readonly keyGeneration: number;
  /** H5: raised where the room comes to ask for something else, so that earlier invitations are worth nothing; absent: 0. */
  readonly doorGeneration?: number;
}

/**
 * What a room remembers besides what was said: how it is kept, and of whom there is something to remember.
 * Synchronous; nothing may be written before the transcript has begun.
 */
export interface Register {
  readonly keeping: Keeping;
  keep(keeping: Keeping): void;

  of(member: MemberId): Standing | undefined;
  set(member: MemberId, standing: Standing): void;
  /** Those with a role, and those who were banned or muted, or an address of theirs, whether that still holds or not. */
  notable(): Iterable<readonly [MemberId, Standing]>;
  readonly hosts: Hosts;

  /** H3: whether somebody was banned from that address, and still is. */
  isBanned(address: string, now: number): boolean;
  banAddress(address: string, member: MemberId, until: number): void;
  /** H3: whether an address is banned for this member's sake, and still is. */
  hasBannedAddress(member: MemberId, now: number): boolean;
  unbanAddresses(member: MemberId): void;

  /** H6: makes known whoever has written before, in Unix ms. */
  knowAuthors(before: number): void;
  /** H4: whoever has written, and these, read everything. */
  openHistory(present: readonly Member[]): void;
  /** H5: what the room asks for has changed. */
  forgetAdmitted(): void;
}

export function roleOf(register: Register, member: MemberId): Role {
  return register.hosts[member] ?? 'member';
}

/** What is changed of a standing; what is undefined is taken away. */
export type StandingChanges = {
  readonly [Key in Exclude<keyof Standing, 'name'>]?: Standing[Key] | undefined;
};

/** Remembers a member by the name it now has, with these changes. */
export function remember(register: Register, { id, name }: Member, changes: StandingChanges): void {
  const after = { ...register.of(id), ...changes, name };
  const kept = Object.entries(after).filter(([, value]) => value !== undefined);
  // Fields of a standing, with its name among them: fromEntries does not know which.
  register.set(id, Object.fromEntries(kept) as unknown as Standing);
}

/** What is remembered of a member and still holds: no ban and no mute that has ended. */
export function standingNow(register: Register, member: MemberId, now: number): Standing | undefined {
  const standing = register.of(member);
  return standing && stillHolding(standing, now);
}

export function stillHolding({ bannedUntil = 0, mutedUntil = 0, ...rest }: Standing, now: number): Standing {
  return { ...rest, ...(bannedUntil > now && { bannedUntil }), ...(mutedUntil > now && { mutedUntil }) };
}
