import { meantBy } from '../../protocol/address.ts';
import { nameKey } from '../../protocol/display-name.ts';
import type { Member } from '../../protocol/server-message.ts';

interface AddressTo {
  readonly to: Member;
  readonly text: string;
}

/** What stands at the start of a text as `@name `: who that is and what is left to say, or that nobody here is called so. */
export type Address = AddressTo | { readonly to?: undefined; readonly nobody: string };

interface Reading {
  readonly name: string;
  readonly text: string;
}

const START = /^\s*@(?=\S)/u;
const QUOTED = /^["“”]([^"“”]+)["“”]\s+/u;
/** Where no name reaches to, whatever its letters are made of. */
const FAR = 300;

export const isAddressed = (text: string) => START.test(text);

/** Where the name stands in a text that is addressed. */
export function namePlace(text: string): readonly [start: number, end: number] {
  const start = START.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const name = QUOTED.exec(rest)?.[0].trimEnd() ?? /^\S*/u.exec(rest)?.[0] ?? '';
  return [start, start + name.length];
}

/** C6, of those present: the longest name that the text can be read as, with or without quotes. */
export function readAddress(text: string, present: readonly Member[]): Address | undefined {
  if (!isAddressed(text)) return undefined;
  const readings = readingsOf(text.replace(START, ''));
  const holders = new Map(present.map((member) => [nameKey(member.name), member]));
  const holder = ({ name }: Reading) => holders.get(meantBy(name));
  const meant = readings.findLast(holder);
  const to = meant && holder(meant);
  if (to) return { to, text: meant.text };
  return readings[0] && { nobody: readings[0].name };
}

/** The address of a text in the middle of its writing: only once what stands before the caret cannot become another's name. */
export function finishedAddress(
  text: string,
  caret: number,
  present: readonly Member[],
): AddressTo | undefined {
  const address = readAddress(text, present);
  if (!address?.to) return undefined;
  const { to } = address;
  const others = present.filter(({ id }) => id !== to.id);
  return mayBecome(text.slice(0, caret), others) ? undefined : address;
}

/** "@Ann " may, where there is an Ann Lee. */
function mayBecome(written: string, others: readonly Member[]): boolean {
  const begun = nameKey(written.replace(START, '').replace(/\s+/gu, ' '));
  return others.some(({ name }) => nameKey(name).startsWith(begun));
}

function readingsOf(rest: string): Reading[] {
  const plain = [...rest.slice(0, FAR).matchAll(/\s+/gu)].map(({ index, 0: gap }) => ({
    name: rest.slice(0, index),
    text: rest.slice(index + gap.length),
  }));
  const quoted = QUOTED.exec(rest);
  return quoted?.[1] ? [{ name: quoted[1], text: rest.slice(quoted[0].length) }, ...plain] : plain;
}
