import { displayName, nameKey } from './display-name.ts';

/** C6: a text that is meant for one alone, taken apart. */
export interface Addressed {
  /** As it was written; compared by `meantBy`. */
  readonly name: string;
  readonly text: string;
}

const ADDRESSED = /^\s*@(?:"(?<quoted>[^"]+)"|(?<bare>\S+))\s+(?<text>.*)$/su;

/**
 * C6: `@NAME text`, or `@"A NAME" text`; undefined where a text starts with no name. A quote that is not closed is part
 * of a name, which nobody has: what was meant for one alone is never heard by all.
 */
export function readAddressed(text: string): Addressed | undefined {
  const { quoted, bare, text: rest = '' } = ADDRESSED.exec(text)?.groups ?? {};
  const name = quoted ?? bare;
  return name === undefined ? undefined : { name, text: rest };
}

/** J4: the key of a name that somebody wrote; of what can be no name, one that nobody has. */
export function meantBy(written: string): string {
  return nameKey(displayName(written) ?? '');
}
