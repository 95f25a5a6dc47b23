import { fieldsOf } from '../../protocol/fields.ts';
import type { Page } from '../../protocol/server-message.ts';

/** Whether that is a page of messages, and not what a proxy or another version left in its place. */
export function isPage(value: unknown): value is Page {
  const { messages, more } = fieldsOf(value);
  return Array.isArray(messages) && messages.every(isMessage) && typeof more === 'boolean';
}

function isMessage(value: unknown): boolean {
  const { seq, id, at, from } = fieldsOf(value);
  const author = fieldsOf(from);
  return (
    typeof seq === 'number' &&
    typeof at === 'number' &&
    [id, author.id, author.name].every((word) => typeof word === 'string')
  );
}
