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
