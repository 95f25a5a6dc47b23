import type { HostCommand } from '../../client/room-client.ts';
import { nameKey } from '../../protocol/display-name.ts';
import { namesIn } from '../../protocol/fields.ts';
import { limits } from '../../protocol/limits.ts';
import type { RoomSettings } from '../../protocol/room-settings.ts';
import type { Member, Role } from '../../protocol/server-message.ts';

/** What may be put behind a command, in order; a `?` is left to the host. */
export type Slot = 'name' | 'minutes' | 'minutes?' | 'reason?' | 'seconds' | 'text';

/** Every command by its word, with what it takes. */
export const slashCommands = {
  kick: ['name', 'reason?'],
  ban: ['name', 'minutes?', 'reason?'],
  unban: ['name'],
  mute: ['name', 'minutes?', 'reason?'],
  unmute: ['name'],
  mod: ['name'],
  unmod: ['name'],
  lock: [],
  unlock: [],
  slow: ['seconds'],
  brake: [],
  title: ['text'],
  invite: ['minutes'],
} as const satisfies Record<string, readonly Slot[]>;

export type SlashWord = keyof typeof slashCommands;

const OF_OWNERS: readonly SlashWord[] = ['mod', 'unmod', 'title'];

/** What a host of that role may say, in the order in which it is offered. */
export function wordsFor(role: Role): readonly SlashWord[] {
  if (role === 'member') return [];
  const words = namesIn(slashCommands);
  return role === 'owner' ? words : words.filter((word) => !OF_OWNERS.includes(word));
}

/** What is known of the room as the command is read. */
export interface Around {
  readonly role: Role;
  readonly settings: RoomSettings;
  /** Whoever may be meant by a name. */
  readonly people: readonly Member[];
}

export type Reading =
  | { readonly command: HostCommand }
  | { readonly invite: number }
  | { readonly unknown: string }
  | { readonly incomplete: SlashWord }
  | { readonly nobody: string }
  | { readonly several: string };

/** Reads `/word …`. What is not whole is said so, and nothing is guessed. */
export function readSlashCommand(text: string, around: Around): Reading {
  const [, typed = '', rest = ''] = /^\/(\S*)\s*(.*)$/su.exec(text.trimEnd()) ?? [];
  const word = wordsFor(around.role).find((known) => known === typed.toLowerCase());
  if (!word) return { unknown: typed };
  const takesName = slashCommands[word].some((slot) => slot === 'name');
  return takesName ? readAboutSomebody(word, rest, around) : readAboutRoom(word, rest, around);
}

function readAboutSomebody(word: SlashWord, rest: string, { people }: Around): Reading {
  if (rest.replace(/^@/u, '').trim() === '') return { incomplete: word };
  const [found, after] = longestName(rest, people);
  if (found.length > 1) return { several: found[0]?.name ?? '' };
  const member = found[0]?.id;
  if (member === undefined) return { nobody: firstWord(rest) };
  const command = aboutSomebody(word, member, after);
  return command ? { command } : { incomplete: word };
}

function aboutSomebody(word: SlashWord, member: string, after: string): HostCommand | undefined {
  if (word === 'kick') return { type: 'kick', member, ...because(after) };
  if (word === 'ban' || word === 'mute') return forMinutes(word, member, after);
  if (after !== '') return undefined;
  if (word === 'mod' || word === 'unmod') {
    return { type: 'appoint', member, role: word === 'mod' ? 'moderator' : 'member' };
  }
  return { type: word === 'unban' ? 'unban' : 'unmute', member };
}

/** For good, where no minutes are given. */
function forMinutes(type: 'ban' | 'mute', member: string, after: string): HostCommand | undefined {
  const [, figure, reason = ''] = /^(?:(\d+)(?=\s|$)\s*)?(.*)$/su.exec(after) ?? [];
  if (figure === undefined) return { type, member, ...because(reason) };
  const minutes = figureWithin(figure, 1, limits.minutesMost);
  return minutes === undefined ? undefined : { type, member, minutes, ...because(reason) };
}

const because = (text: string) => (text === '' ? {} : { reason: text.slice(0, limits.reasonLength) });

function readAboutRoom(word: SlashWord, rest: string, { settings }: Around): Reading {
  const command = aboutRoom(word, rest, settings);
  if (command) return { command };
  const minutes = word === 'invite' ? figureWithin(rest, 1, limits.minutesMost) : undefined;
  return minutes === undefined ? { incomplete: word } : { invite: minutes };
}

function aboutRoom(word: SlashWord, rest: string, settings: RoomSettings): HostCommand | undefined {
  if (word === 'title') return rest === '' ? undefined : { type: 'settings', title: rest };
  if (word === 'slow') {
    const seconds = rest.toLowerCase() === 'off' ? 0 : figureWithin(rest, 0, limits.slowModeMost);
    return seconds === undefined ? undefined : { type: 'settings', slowMode: seconds };
  }
  if (rest !== '') return undefined;
  if (word === 'lock' || word === 'unlock') return { type: 'settings', locked: word === 'lock' };
  return word === 'brake' ? { type: 'settings', knownOnly: !settings.knownOnly } : undefined;
}

function figureWithin(text: string, least: number, most: number): number | undefined {
  const figure = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  return figure >= least && figure <= most ? figure : undefined;
}

const QUOTED = /^["“”]([^"“”]+)["“”](?:\s+|$)/u;

/** Whoever has the longest name that the text can be read to begin with, and what follows it. */
function longestName(written: string, people: readonly Member[]): [found: readonly Member[], after: string] {
  const rest = written.replace(/^@/u, '');
  const quoted = QUOTED.exec(rest);
  if (quoted?.[1]) return [calledSo(quoted[1], people), rest.slice(quoted[0].length)];
  const ends = [...rest.matchAll(/\s+|$/gu)].reverse();
  for (const { index, 0: gap } of ends) {
    const found = calledSo(rest.slice(0, index), people);
    if (found.length > 0) return [found, rest.slice(index + gap.length)];
  }
  return [[], ''];
}

const calledSo = (name: string, people: readonly Member[]) =>
  people.filter((person) => nameKey(person.name) === nameKey(name));

const firstWord = (rest: string) =>
  QUOTED.exec(rest.replace(/^@/u, ''))?.[1] ?? rest.replace(/^@/u, '').split(/\s/u)[0] ?? '';
