import * as v from 'valibot';
import { type ClientMessage, type CommandType, clientId, commandSchemas } from './client-message.ts';
import { type Refusal, refusal } from './codes.ts';
import { parseJson } from './json.ts';
import { limits } from './limits.ts';
import type { ServerMessage } from './server-message.ts';
import { exceedsBytes } from './text.ts';

/** A frame taken apart: what each of its objects asks or why it cannot be taken; or why the whole frame cannot. */
export type DecodedFrame =
  | { readonly commands: readonly (ClientMessage | Fault)[] }
  | { readonly fault: Fault };

/** An object, or a frame, that asks nothing of the room; told apart from a command by having no `type`. */
export type Fault = Refusal & { readonly type?: never };

/** F1 to F5, F7: checks all that can be checked without knowing the room. Never throws. */
export function decodeFrame(frame: string | ArrayBuffer): DecodedFrame {
  const text = readText(frame);
  if (typeof text !== 'string') return { fault: text };
  const parsed = parseJson(text);
  const objects = Array.isArray(parsed) ? parsed : [parsed];
  if (!objects.every(isObject) || hasLoneSurrogate(text)) return { fault: refusal('bad_frame') };
  return { commands: objects.map(decodeCommand) };
}

/** F4, F5: the text of a frame, where it is one, whole, and not too large. */
export function readText(frame: string | ArrayBuffer): string | Fault {
  if (isTooLarge(frame)) return refusal('too_large');
  return typeof frame === 'string' && frame.isWellFormed() ? frame : refusal('bad_frame');
}

/** F4. */
export function isTooLarge(frame: string | ArrayBuffer): boolean {
  if (typeof frame === 'string') return exceedsBytes(frame, limits.frameBytes);
  return frame.byteLength > limits.frameBytes;
}

/** One frame for one thing to say. */
export function encode(message: ServerMessage): string {
  return JSON.stringify(message);
}

function decodeCommand(object: Record<string, unknown>): ClientMessage | Fault {
  const { type } = object;
  if (typeof type !== 'string') return refusal('bad_frame', idOf(object));
  if (!isCommandType(type)) return refusal('unknown_command', idOf(object));
  const result = v.safeParse(commandSchemas[type], object, { abortEarly: true });
  if (result.success) return result.output;
  return refusal('bad_frame', { message: describe(result.issues[0]), ...idOf(object) });
}

const isCommandType = (type: string): type is CommandType => Object.hasOwn(commandSchemas, type);

const idOf = ({ id }: Record<string, unknown>) => (v.is(clientId, id) ? { id } : {});

function describe(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue);
  return field ? `The field "${field}" is missing, or is not what it has to be.` : issue.message;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const HIGH = '\\u[dD][89abAB][\\da-fA-F]{2}';
const LOW = '\\u[dD][c-fC-F][\\da-fA-F]{2}';
const LONE = new RegExp(`\\${HIGH}(?!\\${LOW})|(?<!\\${HIGH})\\${LOW}`);

/** F5, of a frame that is JSON. Escapes are looked at as they stand: a field that is given twice is parsed once. */
export function hasLoneSurrogate(json: string): boolean {
  return json.includes('\\u') && LONE.test(json.replaceAll('\\\\', ' '));
}
