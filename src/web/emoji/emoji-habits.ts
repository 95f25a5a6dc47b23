import { signal } from '@preact/signals';
import { read, write } from '../parts/kept.ts';
import type { Emoji } from './emoji-index.ts';

const RECENT = 'parlor:emoji';
const TONE = 'parlor:skin-tone';
const MOST = 18;

/** The tone of skin that this person likes: 1 to 5, from light to dark; 0 is none. */
export const skinTone = signal(Number(read(TONE) ?? 0));

export function keepSkinTone(tone: number): void {
  skinTone.value = tone;
  write(TONE, String(tone));
}

/** As this person likes it. */
export const inTone = ({ emoji, toned }: Emoji) => toned?.[skinTone.value - 1] ?? emoji;

/** Lately used emoji, the last one first. */
export function recentEmoji(): string[] {
  return (read(RECENT) ?? '').split(' ').filter(Boolean);
}

export function usedEmoji(emoji: string): void {
  const others = recentEmoji().filter((other) => other !== emoji);
  write(RECENT, [emoji, ...others].slice(0, MOST).join(' '));
}
