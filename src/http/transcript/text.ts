import { reactionCount } from '../../protocol/reactions.ts';
import type { Message } from '../../protocol/server-message.ts';
import type { Copy } from './copy.ts';
import { legiblePlain } from './legible.ts';

/** For eyes, terminals and grep. A line that is not indented is never out of somebody's text. */
export async function* asText({ room, at, pages }: Copy): AsyncGenerator<string> {
  yield `Transcript of ${room}, downloaded ${utc(at)}\n\n`;
  let count = 0;
  for await (const page of pages) {
    yield page.map((message) => indented(legiblePlain(entry(message)))).join('');
    count += page.length;
  }
  yield `\nEnd of the transcript. Messages: ${count}\n`;
}

function entry(message: Message): string {
  const { seq, at, from, replyTo, edited, text = '(deleted)' } = message;
  const marks = (replyTo === undefined ? '' : ` re #${replyTo}`) + (edited === undefined ? '' : ' (edited)');
  const reactions = Object.keys(message.reactions ?? {}).map(
    (emoji) => `${emoji} ${reactionCount(message, emoji)}`,
  );
  const suffix = reactions.length > 0 ? `\n(${reactions.join(', ')})` : '';
  return `[${utc(at)}] #${seq} ${from.name}${marks}: ${text}${suffix}`;
}

const indented = (lines: string) => `${lines.replaceAll('\n', '\n    ')}\n`;

const utc = (ms: number) => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
