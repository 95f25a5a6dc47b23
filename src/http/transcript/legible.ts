import { controlPicture } from '../../protocol/control-picture.ts';

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text whose lines end in one way, its control characters shown instead of obeyed: ␛. */
export function legible(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(CONTROLS, picture);
}

/** The same for a terminal, where what turns the direction of writing would reach past its own text. */
export function legiblePlain(text: string): string {
  return legible(text).replace(TURNS, codePoint);
}

const picture = (control: string) => controlPicture(control) ?? codePoint(control);

const codePoint = (character: string) =>
  `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
