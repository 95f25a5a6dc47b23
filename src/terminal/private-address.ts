import { displayName, nameKey } from '../protocol/display-name.ts';
import type { Member } from '../protocol/server-message.ts';

/** C6: `@NAME text` or `@"A NAME" text`. */
const ADDRESSED = /^@(?:"(?<quoted>[^"]*)"|(?<bare>\S+))\s+(?<text>\S.*)$/su;

/** What a line says, and to whom: to all where it starts with no name. */
export type Said =
  | { readonly text: string; readonly to?: readonly string[] }
  | { readonly nobodyCalled: string };

/** Whoever means somebody alone is never heard by all: a name that nobody has sends nothing. */
export function readSaid(line: string, members: readonly Member[]): Said {
  const { quoted, bare, text } = ADDRESSED.exec(line.trim())?.groups ?? {};
  const name = quoted ?? bare;
  if (name === undefined || text === undefined) return { text: line };
  const key = nameKey(displayName(name) ?? '');
  const member = members.find((one) => nameKey(one.name) === key);
  return member ? { text, to: [member.id] } : { nobodyCalled: name };
}
