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

const TRAITS =
  'Amber Brave Bright Calm Candid Clever Cosy Curious Dapper Eager Early Fabled Gentle Golden Hazel Honest Humble Jolly Keen Kind Lively Lucky Mellow Merry Misty Noble Patient Plucky Polite Quick Quiet Rosy Sandy Silver Snowy Sunny Swift Tidy Velvet Wise'.split(
    ' ',
  );
const ANIMALS =
  'Badger Beaver Bison Crane Dolphin Dormouse Falcon Finch Fox Gecko Hare Hedgehog Heron Ibex Jay Kestrel Kiwi Koala Lark Lemur Lynx Magpie Marmot Marten Mole Newt Otter Owl Panda Pelican Penguin Puffin Quail Raven Robin Seal Sparrow Stoat Swan Wren'.split(
    ' ',
  );

/** A readable name for somebody who gave none: 1,600 of them. `random` is in [0, 1), as of Math.random. */
export function guestName(random: () => number): string {
  const pick = (words: string[]) => words[Math.floor(random() * words.length)];
  return `${pick(TRAITS)} ${pick(ANIMALS)}`;
}
