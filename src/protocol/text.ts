import type { ErrorCode } from './codes.ts';
import { limits } from './limits.ts';

const encoder = new TextEncoder();

/** Bytes of `text` as UTF-8, the way it goes over the wire. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

/** Whether `text` takes more than `limit` bytes as UTF-8; cheap for all that is far from it. */
export function exceedsBytes(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  return text.length * 3 > limit && utf8Length(text) > limit;
}

/** Unicode code points, the unit of every length in the protocol. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1))) count--;
  }
  return count;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** S4: what of a text is kept, of at most so many code points, or why none is. */
export function messageText(
  text: string,
  most: number = limits.textLength,
): { text: string } | { refused: ErrorCode } {
  const trimmed = text.trim();
  if (trimmed === '') return { refused: 'empty' };
  if (trimmed.length > most && codePoints(trimmed) > most) return { refused: 'too_long' };
  return { text: trimmed };
}
