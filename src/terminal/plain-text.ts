import { controlPicture } from '../protocol/control-picture.ts';

const INDENT = '      ';

const NEW_LINE = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const CONTROL = /\p{Cc}/gu;
/** They turn the rest of a line round, ours included. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What others wrote, in one line that can do nothing to a terminal: a control character becomes its picture. */
export function plainLine(text: string): string {
  return defused(text.replace(NEW_LINE, ' '));
}

/** The same of a text in several lines: all but the first are set in, so that none looks like a line of ours. */
export function plainText(text: string): string {
  return text.split(NEW_LINE).map(defused).join(`\n${INDENT}`);
}

function defused(line: string): string {
  return line.replaceAll('\t', '  ').replace(DIRECTION, '').replace(CONTROL, picture);
}

const picture = (control: string) => controlPicture(control) ?? '\ufffd';
