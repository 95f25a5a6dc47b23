import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { encode } from '../../protocol/codec.ts';
import { refusal } from '../../protocol/codes.ts';
import { displayName, guestName } from '../../protocol/display-name.ts';
import { limits } from '../../protocol/limits.ts';
import type { DurableEvent, Member, MemberId, Role, Welcome } from '../../protocol/server-message.ts';
import { exceedsBytes, utf8Length } from '../../protocol/text.ts';
import { type ConnectionId, type Effect, type Outcome, tell } from '../effect.ts';
import { tellOf } from '../news.ts';
import { readPage } from '../page.ts';
import type { Roster } from '../roster.ts';
import type { Transcript } from '../transcript.ts';
import type { Chance, Parts } from '../turn.ts';

/** Who somebody has proved to be; made at the edge from what a client showed (J3, A4). */
export interface Admission {
  readonly member: MemberId;
  /** What proves it the next time. */
  readonly token: string;
  readonly role: Role;
}

/** A join whose secrets were exchanged for an admission. */
export type Join = Omit<ClientMessageOf<'join'>, 'token' | 'ownerKey'> & { readonly admission: Admission };

type Greeting = Omit<Welcome, 'messages' | 'more' | 'resumed' | 'events'>;

/** J2 to J7, R1, R2. Nothing of the room has changed where this refuses or throws. */
export function join(parts: Parts, room: string, connection: ConnectionId, command: Join): Outcome {
  const { transcript, roster, chance } = parts;
  const { admission } = command;
  const name = chooseName(command, roster, chance);
  if (name === undefined) return refusal('bad_name');

  if (transcript.log === null) transcript.begin(chance.id());
  const self = { id: admission.member, name };
  const earlier = roster.find(self.id);
  const count = roster.count + (earlier ? 0 : 1);
  const greeting: Greeting = {
    type: 'welcome',
    self: { ...self, role: admission.role },
    token: admission.token,
    room: { name: room, log: transcript.log ?? '', head: transcript.head },
    count,
    members: roster.list(self),
  };
  const welcome = resume(greeting, transcript, command) ?? newcomer(greeting, transcript);
  roster.enter(connection, self);
  return [tell([connection], welcome), ...news(roster, connection, self, earlier)];
}

/** J4. */
function chooseName({ name, admission }: Join, roster: Roster, chance: Chance): string | undefined {
  const { member } = admission;
  const wanted =
    name === undefined ? (roster.find(member)?.name ?? guestName(() => chance.random())) : displayName(name);
  return wanted === undefined ? undefined : roster.freeName(wanted, member);
}

/** R1, or undefined where R2 says that there is no resuming. */
function resume(greeting: Greeting, transcript: Transcript, { log, after }: Join): Welcome | undefined {
  const { head } = transcript;
  if (log !== transcript.log || after === undefined) return undefined;
  if (after > head || head - after > limits.resumeEvents) return undefined;
  const events: DurableEvent[] = [];
  let characters = 0;
  for (const event of transcript.eventsAfter(after, greeting.self.id)) {
    events.push(event);
    characters += 'text' in event ? event.text.length : 0;
    if (characters > limits.answerBytes) return undefined;
  }
  const welcome: Welcome = { ...greeting, resumed: true, events };
  return exceedsBytes(encode(welcome), limits.answerBytes) ? undefined : welcome;
}

/** J5. */
function newcomer(greeting: Greeting, transcript: Transcript): Welcome {
  const page = readPage(transcript, {}, greeting.self.id, bytesFor(greeting));
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
