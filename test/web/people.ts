import type { Message } from '../../src/protocol/server-message.ts';

export const ann = { id: 'ann', name: 'Ann' };
export const bob = { id: 'bob', name: 'Bob' };

let seq = 0;

/** What Ann says, with the next seq, unless it is said otherwise. */
export function said(text: string, more: Partial<Message> = {}): Message {
  seq++;
  return { type: 'message', seq, id: `m${seq}`, at: 1_000 * seq, from: ann, text, ...more };
}
