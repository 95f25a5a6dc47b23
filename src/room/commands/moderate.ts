import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { closeCodes, type Refusal, refusal } from '../../protocol/codes.ts';
import type {
  Member,
  MemberId,
  ModerationAction,
  ModerationEvent,
  Role,
} from '../../protocol/server-message.ts';
import { MINUTE } from '../../protocol/time.ts';
import { type Effect, isRefusal, type Outcome, tell } from '../effect.ts';
import type { Readers } from '../readers.ts';
import { ending, FOREVER, remember, roleOf, type StandingChanges, standingNow } from '../register.ts';
import type { Note } from '../transcript.ts';
import { done, moderates, notFound, type Turn, tellHosts, tellReaders } from '../turn.ts';

/** H3: what a command does to a member: what is remembered of it, what is told, and what is noted. */
interface Deed extends Pick<ModerationEvent, 'until' | 'role'> {
  readonly action: ModerationAction;
  readonly standing?: StandingChanges;
  readonly note?: Note;
  /** What only the member itself and the hosts are told. */
  readonly isQuiet?: true;
}

type LastingDeed = Deed & Required<Pick<Deed, 'standing'>>;

/** H3. */
export function kick(turn: Turn, { id, member, reason }: ClientMessageOf<'kick'>): Outcome {
  const target = turn.roster.find(member);
  const refused = hostRefused(turn, member) ?? (target ? undefined : notFound());
  if (refused || !target) return refused ?? notFound();
  const told = carryOut(turn, target, { action: 'kick', note: { reason } });
  return [
    ...told,
    ...done(turn, id),
    ...removal(turn, member, refusal('forbidden', { message: 'A host removed you.' })),
  ];
}

/** H3: the member, and where it comes from, as far as it is here; all that it said, where that is asked. */
export function ban(turn: Turn, command: ClientMessageOf<'ban'>): Outcome {
  const { register, transcript, now } = turn;
  const target = hostRefused(turn, command.member) ?? targetOf(turn, command.member);
  if (isRefusal(target)) return target;
  const until = endOf(command.minutes, now);
  const isHere = turn.roster.connectionsOf(target.id).length > 0;
  if (!isHere && !command.erase && !command.reason && isSo(turn, target.id, { bannedUntil: until })) {
    return done(turn, command.id);
  }
  const effects = transcript.transaction(() => {
    const taken = command.erase ? transcript.erase(target.id, turn.speaker.id, now) : [];
    // S6: how many were private is nobody's to know.
    const erased = taken.filter(({ readers }) => readers === null).length;
    const note = { reason: command.reason, ...(erased > 0 && { erased }) };
    const standing = { bannedUntil: until, admitted: undefined, known: undefined };
    const told = carryOut(turn, target, { action: 'ban', ...ending(until), standing, note });
    for (const address of addressesOf(turn, target.id)) register.banAddress(address, target.id, until);
    return taken.map(({ event, readers }) => tellReaders(turn, event, readers, event.target)).concat(told);
  });
  return [...effects, ...done(turn, command.id), ...removal(turn, target.id, refusal('banned'))];
}

/** H3: `only` the address: a neighbour comes in again, who was banned does not. */
export function unban(turn: Turn, { id, member, only }: ClientMessageOf<'unban'>): Outcome {
  const { register, transcript, now } = turn;
  const target = hostRefused(turn, member) ?? targetOf(turn, member);
  if (isRefusal(target)) return target;
  const isBanned = only === undefined && standingNow(register, member, now)?.bannedUntil !== undefined;
  if (!isBanned && !register.hasBannedAddress(member, now)) return done(turn, id);
  const effects = transcript.transaction(() => {
    register.unbanAddresses(member);
    const standing = only === undefined ? { bannedUntil: undefined } : {};
    return carryOut(turn, target, { action: 'unban', standing, isQuiet: true });
  });
  return [...effects, ...done(turn, id)];
}

/** H3. */
export function mute(turn: Turn, { id, member, minutes, reason }: ClientMessageOf<'mute'>): Outcome {
  const until = endOf(minutes, turn.now);
  return standAnew(turn, id, member, {
    action: 'mute',
    ...ending(until),
    standing: { mutedUntil: until },
    note: { reason },
    isQuiet: true,
  });
}

/** H3. */
export function unmute(turn: Turn, { id, member }: ClientMessageOf<'unmute'>): Outcome {
  return standAnew(turn, id, member, {
    action: 'unmute',
    standing: { mutedUntil: undefined },
    isQuiet: true,
  });
}

/** H5, H6: no ban of an address, brake or question at the door concerns it from now on. */
export function admit(turn: Turn, { id, member }: ClientMessageOf<'admit'>): Outcome {
  return standAnew(turn, id, member, {
    action: 'admit',
    standing: { admitted: true, known: true },
    isQuiet: true,
  });
}

/** H2: an owner names hosts; whoever makes another an owner becomes a moderator. */
export function appoint(turn: Turn, { id, member, role }: ClientMessageOf<'appoint'>): Outcome {
  if (turn.role !== 'owner') return refusal('forbidden');
  if (member === turn.speaker.id) {
    return refusal('forbidden', { message: 'Make somebody else an owner first: a room is not without one.' });
  }
  const target = targetOf(turn, member);
  if (isRefusal(target)) return target;
  if (roleOf(turn.register, member) === role) return done(turn, id);
  const effects = turn.transcript.transaction(() => {
    const told = carryOut(turn, target, { action: 'appoint', role, standing: { role: hostRole(role) } });
    return role === 'owner' ? told.concat(stepDown(turn)) : told;
  });
  return [...effects, tellHosts(turn), ...done(turn, id)];
}

/** H2: and no owner key that was given out before opens anything. */
function stepDown(turn: Turn): readonly Effect[] {
  const { register, speaker } = turn;
  register.keep({ ...register.keeping, keyGeneration: register.keeping.keyGeneration + 1 });
  return carryOut(turn, speaker, { action: 'appoint', role: 'moderator', standing: { role: 'moderator' } });
}

const hostRole = (role: Role) => (role === 'member' ? undefined : role);

function standAnew(turn: Turn, id: string | undefined, member: MemberId, deed: LastingDeed): Outcome {
  const target = hostRefused(turn, member) ?? targetOf(turn, member);
  if (isRefusal(target)) return target;
  // A reason that is given is to be read in the log, whatever it was done for before.
  if (!deed.note?.reason && isSo(turn, member, deed.standing)) return done(turn, id);
  const effects = turn.transcript.transaction(() => carryOut(turn, target, deed));
  return [...effects, ...done(turn, id)];
}

/** F7: whether that is how the member stands. */
function isSo({ register, now }: Turn, member: MemberId, changes: StandingChanges): boolean {
  const standing: StandingChanges = standingNow(register, member, now) ?? {};
  return keysOf(changes).every((key) => standing[key] === changes[key]);
}

const keysOf = (changes: StandingChanges) => Object.keys(changes) as (keyof StandingChanges)[];

/** Whether the speaker may do anything to that member: hosts to those below them, and to nobody like them. */
function hostRefused({ register, role }: Turn, member: MemberId): Refusal | undefined {
  const rank: readonly Role[] = ['member', 'moderator', 'owner'];
  const isAbove = rank.indexOf(role) > rank.indexOf(roleOf(register, member));
  return moderates(role) && isAbove ? undefined : refusal('forbidden');
}

/** Whoever is here, has written, or is remembered, as they were last called: what is remembered may be older. */
function targetOf({ roster, register, transcript }: Turn, id: MemberId): Member | Refusal {
  const name = roster.find(id)?.name ?? transcript.nameOf(id) ?? register.of(id)?.name;
  return name === undefined ? notFound() : { id, name };
}

/** Stores what is done and tells whom it concerns. */
function carryOut(turn: Turn, member: Member, deed: Deed): readonly Effect[] {
  const { transcript, register, speaker, now } = turn;
  const { action, standing, note, isQuiet, ...rest } = deed;
  const event: ModerationEvent = {
    type: 'moderation',
    seq: transcript.head + 1,
    at: now,
    by: speaker.id,
    action,
    member,
    ...rest,
  };
  const readers: Readers = isQuiet ? [...new Set([member.id, ...Object.keys(register.hosts)])] : null;
  if (standing) remember(register, member, standing);
  transcript.moderate(event, speaker, readers, note);
  return [tellReaders(turn, event, readers)];
}

/** Tells all connections of a member why, and closes them for good. */
function removal({ roster, end }: Turn, member: MemberId, why: Refusal): readonly Effect[] {
  return roster
    .connectionsOf(member)
    .flatMap((connection) => [
      tell([connection], { type: 'error', ...why }),
      ...end(connection, closeCodes.removed, why.message),
    ]);
}

function addressesOf({ roster, connections }: Turn, member: MemberId): ReadonlySet<string> {
  const addresses = roster.connectionsOf(member).map((connection) => connections.get(connection)?.address);
  return new Set(addresses.filter((address) => address !== undefined));
}

const endOf = (minutes: number | undefined, now: number) =>
  minutes === undefined ? FOREVER : now + minutes * MINUTE;
