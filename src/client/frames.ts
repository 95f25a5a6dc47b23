import { parseJson } from '../protocol/json.ts';
import type { ServerMessage } from '../protocol/server-message.ts';

/** F1 to F3: what a frame says, however it is packed; nothing where it cannot be read. */
export function readFrame(frame: string): readonly ServerMessage[] {
  return [parseJson(frame)].flat().filter(hasType);
}

/** The room's word is taken for the rest: it is the one that checks. */
function hasType(value: unknown): value is ServerMessage {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
