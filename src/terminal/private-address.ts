import { meantBy, readAddressed } from '../protocol/address.ts';
import { nameKey } from '../protocol/display-name.ts';
import type { Member } from '../protocol/server-message.ts';

/** What a line says, and to whom: to all where it starts with no name. */
export type Said =
  | { readonly text: string; readonly to?: readonly string[] }
  | { readonly nobodyCalled: string };

/** Whoever means somebody alone is never heard by all: a name that nobody has sends nothing. */
export function readSaid(line: string, members: readonly Member[]): Said {
  const addressed = readAddressed(line);
  if (!addressed) return { text: line };
  const { name, text } = addressed;
  if (name === undefined) return { nobodyCalled: text.split(/\s/, 1).join('') };
  const member = members.find((one) => nameKey(one.name) === meantBy(name));
  return member ? { text, to: [member.id] } : { nobodyCalled: name };
}
