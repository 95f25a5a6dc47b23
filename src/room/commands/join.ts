import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { encode } from '../../protocol/codec.ts';
import { type Refusal, refusal } from '../../protocol/codes.ts';
import { displayName } from '../../protocol/display-name.ts';
import { guestName } from '../../protocol/guest-name.ts';
import { limits } from '../../protocol/limits.ts';
import type {
  DurableEvent,
  Greeting,
  Member,
  MemberId,
  Self,
  Welcome,
} from '../../protocol/server-message.ts';
import { exceedsBytes, utf8Length } from '../../protocol/text.ts';
import { type ConnectionId, type Effect, type Outcome, tell } from '../effect.ts';
import { entered, gate, readsAfter, type Visitor } from '../gate.ts';
import { listed, tellOf } from '../news.ts';
import { readPage } from '../page.ts';
import { ending, type Register, remember, roleOf, standingNow } from '../register.ts';
import type { Roster } from '../roster.ts';
import { type Chance, type Parts, tellHosts } from '../turn.ts';

/** Who somebody has proved to be, and what else; made at the edge from what a client showed (J3, H2, H5, H7). */
export interface Admission extends Omit<Visitor, 'address'> {
  readonly member: MemberId;
  /** What proves it the next time. */
  readonly token: string;
  /** Why it is not to be let in, whatever the room says. */
  readonly refused?: Refusal;
}

/** A join whose secrets were exchanged for an admission. */
export type Join = Omit<
  ClientMessageOf<'join'>,
  'token' | 'ownerKey' | 'password' | 'invitation' | 'turnstile'
> & { readonly admission: Admission };

/** J2 to J7, R1, R2, H5. Nothing of the room has changed where this refuses; where it throws, nobody is seated. */
export function join(parts: Parts, connection: ConnectionId, command: Join, now: number): Outcome {
  const { transcript, register, roster, chance, connections } = parts;
  const { admission } = command;
  const visitor = { ...admission, address: connections.get(connection)?.address };
  const refused = admission.refused ?? gate(register, visitor, now);
  if (refused) return refused;
  const name = chooseName(command, roster, chance);
  if (name === undefined) return refusal('bad_name');

  if (transcript.log === null) transcript.begin(chance.id());
  const self = { id: admission.member, name };
  const standing = entered(register, visitor, transcript.head);
  if (standing) remember(register, self, standing);
  const earlier = roster.find(self.id);
  const count = roster.count + (earlier ? 0 : 1);
  const greeting: Greeting = {
    type: 'welcome',
    self: { ...self, role: roleOf(register, self.id), ...muted(register, self.id, now) },
    token: admission.token,
    room: {
      name: parts.room,
      log: transcript.log ?? '',
      head: transcript.head,
      ...unlessEmpty('settings', register.keeping.settings),
    },
    count,
    members: roster.list(self).map((member) => listed(register, member)),
    ...unlessEmpty('hosts', register.hosts),
  };
  const welcome = resume(greeting, parts, command) ?? newcomer(greeting, parts);
  roster.enter(connection, self);
  const appointed = standing?.role ? [tellHosts(parts)] : [];
  const missed = welcome.resumed ? expiredMeanwhile(parts, connection, self.id, command) : [];
  return [tell([connection], welcome), ...missed, ...news(roster, connection, self, earlier), ...appointed];
}

/** H9: those who were here when messages were deleted have heard of it; whoever resumes from before may still show them. */
function expiredMeanwhile(
  { transcript }: Parts,
  connection: ConnectionId,
  viewer: MemberId,
  { after = 0 }: Join,
): Effect[] {
  const { expiredHead, head } = transcript;
  if (expiredHead === 0 || after > expiredHead) return [];
  const [oldest] = transcript.messagesAfter(0, viewer);
  return [tell([connection], { type: 'expired', upTo: oldest ? oldest.seq - 1 : head })];
}

/** H3. */
function muted(register: Register, id: MemberId, now: number): Pick<Self, 'muted'> {
  const until = standingNow(register, id, now)?.mutedUntil;
  return until === undefined ? {} : { muted: ending(until) };
}

/** J4. */
function chooseName({ name, admission }: Join, roster: Roster, chance: Chance): string | undefined {
  const { member } = admission;
  const wanted =
    name === undefined ? (roster.find(member)?.name ?? guestName(() => chance.random())) : displayName(name);
  return wanted === undefined ? undefined : roster.freeName(wanted, member);
}

/** R1, or undefined where R2 says that there is no resuming. */
function resume(
  greeting: Greeting,
  { transcript, register }: Parts,
  { log, after }: Join,
): Welcome | undefined {
  const { head } = transcript;
  const floor = readsAfter(register, greeting.self.id);
  if (log !== transcript.log || after === undefined) return undefined;
  if (after > head || head - after > limits.resumeEvents) return undefined;
  const events: DurableEvent[] = [];
  let characters = 0;
  for (const event of transcript.eventsAfter(after, greeting.self.id)) {
    if (subjectOf(event) <= floor) continue;
    events.push(event);
    characters += 'text' in event ? (event.text?.length ?? 0) : 0;
    if (characters > limits.answerBytes) return undefined;
  }
  const welcome: Welcome = { ...greeting, resumed: true, events };
  return exceedsBytes(encode(welcome), limits.answerBytes) ? undefined : welcome;
}

/** J5. */
function newcomer(greeting: Greeting, parts: Parts): Welcome {
  const page = readPage(parts, {}, greeting.self.id, { bytes: bytesFor(greeting) });
  return { ...greeting, ...page, resumed: false };
}

/** What a welcome has for messages; undefined where the usual bound will do. */
function bytesFor(greeting: Greeting): number | undefined {
  if (greeting.count <= limits.rosterMost) return undefined;
  return (
    limits.crowdWelcomeBytes - utf8Length(encode({ ...greeting, messages: [], more: false, resumed: false }))
  );
}

/** J7. */
function news(roster: Roster, connection: ConnectionId, self: Member, earlier: Member | undefined): Effect[] {
  if (earlier?.name === self.name) return [];
  const what = earlier ? { changed: [{ ...self, was: earlier.name }] } : { joined: [self] };
  return [tellOf(roster, self.id, what, [connection])];
}

/** H4: the seq of the message that an event is about. */
const subjectOf = (event: DurableEvent) => ('target' in event ? event.target : event.seq);

function unlessEmpty<Name extends string, Value extends object>(
  name: Name,
  value: Value,
): { readonly [Key in Name]?: Value } {
  return Object.keys(value).length > 0 ? ({ [name]: value } as { [Key in Name]: Value }) : {};
}
