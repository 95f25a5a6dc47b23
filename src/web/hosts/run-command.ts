import type { Member, MemberStanding } from '../../protocol/server-message.ts';
import { momentName } from '../parts/times.ts';
import { copyText } from '../room/copy.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { act } from './act.ts';
import { makeInvitation } from './host-api.ts';
import type { HostVisit } from './host-visit.ts';
import { type Reading, readSlashCommand } from './slash-command.ts';
import { usageOf } from './slash-usage.ts';

/** Does what a host has typed; where it cannot, says what is missing. Whether it was done, and the text is of no more use. */
export async function runCommand(session: HostVisit, text: string): Promise<boolean> {
  const { self, settings } = session.state.value;
  const people = await peopleOf(session, text);
  const reading = readSlashCommand(text, { role: self?.role ?? 'member', settings, people });
  if ('invite' in reading) return invite(session, reading.invite);
  if (!('command' in reading)) {
    session.notice.refuse(problemOf(reading));
    return false;
  }
  const isDone = await act(session, reading.command);
  if (isDone && reading.command.type === 'settings') session.notice.tell(laterStrings.commands.done);
  return isDone;
}

/** Those who are here come before those who have only written, under whatever name; who was banned is neither. */
async function peopleOf(session: HostVisit, text: string): Promise<readonly Member[]> {
  const { members, messages } = session.state.value;
  const standings = /^\/un/u.test(text) ? await standingsOf(session) : [];
  const known = new Map<string, Member>();
  for (const { from } of messages) known.set(from.id, from);
  for (const { member } of standings) known.set(member.id, member);
  for (const member of members) known.set(member.id, member);
  const here = new Set(members.map(({ name }) => name));
  const isHere = ({ id }: Member) => members.some((member) => member.id === id);
  return [...known.values()].filter((person) => isHere(person) || !here.has(person.name));
}

async function standingsOf(session: HostVisit): Promise<readonly MemberStanding[]> {
  try {
    return (await session.host({ type: 'standings' })).standings;
  } catch {
    return [];
  }
}

async function invite({ room, notice }: HostVisit, minutes: number): Promise<boolean> {
  try {
    const { url, until } = await makeInvitation(room, minutes);
    if (await copyText(url)) {
      notice.tell(laterStrings.commands.invited(momentName(until)));
      return true;
    }
    notice.say(strings.actions.notCopied);
  } catch {
    notice.say(strings.actions.failed);
  }
  return false;
}

function problemOf(reading: Exclude<Reading, { command: unknown } | { invite: unknown }>): string {
  const { unknown, usage, nobody, several } = laterStrings.commands;
  if ('unknown' in reading) return unknown(reading.unknown);
  if ('incomplete' in reading) return usage(usageOf(reading.incomplete));
  return 'nobody' in reading ? nobody(reading.nobody) : several(reading.several);
}
