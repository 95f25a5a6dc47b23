import { limits } from './limits.ts';
import { codePoints } from './text.ts';

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}--\p{Variation_Selector}]/gv;
const BLANKS = /[\p{White_Space}\p{Cc}]+/gu;

/** J4: the name that is shown for a name that was asked for, or undefined where none remains. */
export function displayName(wanted: string): string | undefined {
  const name = wanted.replace(INVISIBLE, '').replace(BLANKS, ' ').trim().normalize('NFC');
  const length = codePoints(name);
  return nameKey(name) !== '' && length <= limits.nameLength ? name : undefined;
}

/** J4: what two names have in common when they would be taken for one another. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .toUpperCase()
    .normalize('NFKC');
}

/** J4: `name`, or `name 2`, `name 3`, … shortened to fit: the first that nobody else holds. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) {
    const suffix = ` ${number}`;
    const stem = [...name].slice(0, limits.nameLength - suffix.length).join('');
    const numbered = stem.trimEnd() + suffix;
    if (!isTaken(numbered)) return numbered;
  }
}
