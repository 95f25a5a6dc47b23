/** Characters of a message's text, all of them ASCII. */
export const BODY_LENGTH = 64;
/** Stands before the number of a message, and nowhere else in what a server sends. */
export const MARKER = '~'.charCodeAt(0);
const DIGITS = 7;
/** Numbers that fit. */
export const MOST_NUMBERS = 10 ** DIGITS;
const WORDS = ' The tide is out; the mud shines, and gulls walk on it.'.padEnd(BODY_LENGTH, '.');

/** The text of message `number`, by which it is known wherever it turns up. */
export function bodyOf(number: number): string {
  return `~${String(number).padStart(DIGITS, '0')}${WORDS}`.slice(0, BODY_LENGTH);
}

/** Where the next message lies at or after `from`, or -1. */
export function nextBody(payload: Buffer, from: number): number {
  return payload.indexOf(MARKER, from);
}

/** The number of the message whose body starts at `at`. Throws where there is none. */
export function numberAt(payload: Buffer, at: number): number {
  let number = 0;
  for (let index = at + 1; index <= at + DIGITS; index++) {
    const digit = (payload[index] ?? 0) - 48;
    if (digit < 0 || digit > 9) throw new Error('A marker without a number.');
    number = number * 10 + digit;
  }
  return number;
}
