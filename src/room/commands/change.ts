import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { refusal } from '../../protocol/codes.ts';
import { oneEmoji } from '../../protocol/emoji.ts';
import { limits } from '../../protocol/limits.ts';
import type { ChangeEvent, DeleteEvent, Message } from '../../protocol/server-message.ts';
import { messageText } from '../../protocol/text.ts';
import type { Outcome } from '../effect.ts';
import { readersOf } from '../readers.ts';
import { done, moderates, notFound, readable, type Turn, tellReaders } from '../turn.ts';
import { writingRefused } from '../writing.ts';

/** S7: the author alone. */
export function edit(turn: Turn, command: ClientMessageOf<'edit'>): Outcome {
  const message = readable(turn, command.target);
  if (!message || message.deleted) return notFound();
  if (message.from.id !== turn.speaker.id) return refusal('forbidden');
  const refused = writingRefused(turn);
  if (refused) return refused;
  const result = messageText(command.text);
  if ('refused' in result) return refusal(result.refused);
  if (result.text === message.text) return done(turn, command.id);
  return change(turn, message, { type: 'edit', ...stamp(turn, message), text: result.text, at: turn.now });
}

/** S7: the author, or whoever moderates; what they take back of others' stands in the log, unless it was private. */
export function remove(turn: Turn, command: ClientMessageOf<'delete'>): Outcome {
  const message = readable(turn, command.target);
  if (!message) return notFound();
  const isOwn = message.from.id === turn.speaker.id;
  if (!isOwn && !moderates(turn.role)) return refusal('forbidden');
  if (message.deleted) return done(turn, command.id);
  const event: DeleteEvent = { type: 'delete', ...stamp(turn, message), at: turn.now };
  if (isOwn || message.to) return change(turn, message, event);
  turn.transcript.transaction(() => {
    turn.transcript.change(event, null);
    turn.transcript.noteDeletion(event, turn.speaker, message.from);
  });
  return [tellReaders(turn, event, null, message.seq)];
}

/** S8. */
export function react(turn: Turn, command: ClientMessageOf<'react'>): Outcome {
  const message = readable(turn, command.target);
  if (!message || message.deleted) return notFound();
  const emoji = oneEmoji(command.emoji);
  if (emoji === undefined) return refusal('bad_frame', { message: 'A reaction is one emoji.' });
  const refused = writingRefused(turn);
  if (refused) return refused;
  if (turn.transcript.hasReaction(message.seq, emoji, turn.speaker.id) === command.on) {
    return done(turn, command.id);
  }
  if (!hasRoomFor(message, emoji)) {
    return refusal('forbidden', { message: 'This message has all the different reactions it can hold.' });
  }
  return change(turn, message, { type: 'reaction', ...stamp(turn, message), emoji, on: command.on });
}

function hasRoomFor({ reactions = {} }: Message, emoji: string): boolean {
  return Object.hasOwn(reactions, emoji) || Object.keys(reactions).length < limits.emojiPerMessage;
}

const stamp = ({ transcript, speaker }: Turn, { seq }: Message) => ({
  seq: transcript.head + 1,
  target: seq,
  by: speaker.id,
});

function change(turn: Turn, message: Message, event: ChangeEvent): Outcome {
  const readers = readersOf(message);
  turn.transcript.change(event, readers);
  return [tellReaders(turn, event, readers, message.seq)];
}
