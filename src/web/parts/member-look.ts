import { computed } from '@preact/signals';

const graphemes = computed(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** A hue that follows the member's id, so that two people of one name do not look alike: one of 12, or, a full turn further, one of the same whose faces are stronger. */
export function memberHue(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % 24) * 30;
}

/** First letters of the first and the last word, as the reader's script counts letters. */
export function initials(name: string): string {
  const words = name.split(' ');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => firstGrapheme(word ?? ''))
    .join('')
    .toUpperCase();
}

/** Below U+0300 nothing combines with what comes before: the segmenter, slow for a crowd of rows, is not needed. */
const PLAIN_START = /^[ -\u02ff](?=[ -\u02ff]|$)/;

function firstGrapheme(word: string): string {
  const [plain] = PLAIN_START.exec(word) ?? [];
  if (plain) return plain;
  for (const { segment } of graphemes.value.segment(word)) return segment;
  return '';
}
