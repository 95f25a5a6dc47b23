import { displayName, nameKey } from './display-name.ts';

/** C6: a text that is meant for one alone, taken apart. */
export interface Addressed {
  /** As it was written; compared by `meantBy`. Undefined where it starts in quotes and cannot be read: nobody is meant. */
  readonly name: string | undefined;
  readonly text: string;
}

const AT = /^[\s\p{Default_Ignorable_Code_Point}]*@(?=\S)/v;
const QUOTED = /^"(?<name>[^"]+)"\s+(?<text>.*)$/su;
const BARE = /^(?<name>[^\s"]\S*)\s+(?<text>.*)$/su;

/** C6: `@NAME text`, or `@"A NAME" text`; undefined where a text starts with no name, and is for everybody. */
export function readAddressed(text: string): Addressed | undefined {
  if (!AT.test(text)) return undefined;
  const rest = text.replace(AT, '');
  const { name, text: said = '' } = (QUOTED.exec(rest) ?? BARE.exec(rest))?.groups ?? {};
  if (name !== undefined) return { name, text: said };
  return rest.startsWith('"') ? { name: undefined, text: rest } : undefined;
}

/** J4: the key of a name that somebody wrote; of what can be no name, one that nobody has. */
export function meantBy(written: string): string {
  return nameKey(displayName(written) ?? '');
}
