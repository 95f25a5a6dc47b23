import { laterStrings } from '../strings/later-strings.ts';
import { inTone } from './emoji-habits.ts';
import type { Emoji, EmojiIndex } from './emoji-index.ts';

export interface Cell {
  readonly emoji: string;
  readonly label: string;
}

export interface Section {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** As the grid is shown at first: what was used, then all by their groups. */
export function sectionsOf(catalogue: EmojiIndex, recent: readonly string[]): Section[] {
  const used = recent.map((emoji) => ({ emoji, label: catalogue.find(emoji)?.label ?? emoji }));
  const groups = Map.groupBy(catalogue.all, ({ group }) => group);
  const sections = [...groups].map(([group, entries]) => ({
    id: `emoji-group-${group}`,
    name: laterStrings.emoji.groups[group] ?? '',
    cells: entries.map(cellOf),
  }));
  return used.length > 0
    ? [{ id: 'emoji-recent', name: laterStrings.emoji.recent, cells: used }, ...sections]
    : sections;
}

export function sectionsFound(catalogue: EmojiIndex, words: string, recent: readonly string[]): Section[] {
  const cells = catalogue.search(words, recent).map(cellOf);
  return cells.length > 0 ? [{ id: 'emoji-found', name: laterStrings.emoji.found, cells }] : [];
}

const cellOf = (entry: Emoji): Cell => ({ emoji: inTone(entry), label: entry.label });
