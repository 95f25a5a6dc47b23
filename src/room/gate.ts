import { type Need, type Refusal, refusal } from '../protocol/codes.ts';
import type { MemberId } from '../protocol/server-message.ts';
import { type Register, remaining, type StandingChanges, standingNow } from './register.ts';

/** Who wants to enter or to read, and what was proved of them at the edge. */
export interface Visitor {
  /** Null: somebody who says nothing of who they are (R5). */
  readonly member: MemberId | null;
  /** A keyed hash of where they come from; absent where the platform does not tell. */
  readonly address?: string | undefined;
  /** H2: an owner key that is right. */
  readonly isOwner?: boolean;
  /** H5. */
  readonly hasPassword?: boolean;
  readonly hasInvitation?: boolean;
}

/** H5: the one gate that every way of reading goes through. Answers why somebody stays outside; undefined lets them in. */
export function gate(register: Register, visitor: Visitor, now: number): Refusal | undefined {
  const standing = visitor.member === null ? undefined : standingNow(register, visitor.member, now);
  if (visitor.isOwner || standing?.role) return undefined;
  if (standing?.bannedUntil) return refusal('banned', remaining(standing.bannedUntil, now));
  if (visitor.hasInvitation || standing?.admitted) return undefined;
  if (visitor.address !== undefined && register.isBanned(visitor.address, now)) {
    return refusal('banned', { message: 'Somebody was banned from where you are. A host can let you in.' });
  }
  const { access } = register.keeping.settings;
  if (access === undefined || (access === 'password' && visitor.hasPassword)) return undefined;
  return needed(access);
}

/** What whoever was let in is remembered by, so that it need not be shown again; undefined where nothing changes. */
export function entered(
  register: Register,
  { member, isOwner, hasPassword, hasInvitation }: Visitor & { readonly member: MemberId },
  head: number,
): StandingChanges | undefined {
  const { settings } = register.keeping;
  const standing = register.of(member);
  const shown = hasInvitation || (hasPassword && settings.access === 'password');
  const isNew = settings.hidesHistory && standing?.readsAfter === undefined;
  const changes: StandingChanges = {
    ...(isOwner && standing?.role !== 'owner' && { role: 'owner' }),
    ...(shown && !standing?.admitted && { admitted: true }),
    ...(isNew && { readsAfter: isOwner || standing?.role ? 0 : head }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** H4: the seq after which somebody reads; 0 where it is everything. */
export function readsAfter(register: Register, member: MemberId | null): number {
  if (!register.keeping.settings.hidesHistory) return 0;
  if (member === null) return Number.POSITIVE_INFINITY;
  const standing = register.of(member);
  return standing?.role ? 0 : (standing?.readsAfter ?? Number.POSITIVE_INFINITY);
}

const sentences = {
  password: 'This room asks for a password.',
  invitation: 'This room is open to those who were invited.',
  turnstile: 'Show that you are a person first.',
} as const satisfies Record<Need, string>;

/** H5, H7. */
export function needed(needs: Need): Refusal {
  return refusal('forbidden', { message: sentences[needs], needs });
}
