import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { refusal } from '../../protocol/codes.ts';
import { mentionsIn } from '../../protocol/mentions.ts';
import type { MemberId, Message } from '../../protocol/server-message.ts';
import { messageText } from '../../protocol/text.ts';
import { type Outcome, tell } from '../effect.ts';
import { mayRead, type Readers, readersOf } from '../readers.ts';
import { remember } from '../register.ts';
import { notFound, readable, type Turn, tellHosts, tellReaders } from '../turn.ts';
import { sendingRefused } from '../writing.ts';

type Send = ClientMessageOf<'send'>;

/** S1 to S6. */
export function send(turn: Turn, command: Send): Outcome {
  const earlier = findEarlier(turn, command);
  if (earlier) return [tell([turn.connection], earlier)];

  const readers = readersOf({ from: turn.speaker, ...(command.to && { to: command.to }) });
  if (command.replyTo !== undefined && !mayReply(turn, command.replyTo, readers)) return notFound();
  const result = messageText(command.text);
  if ('refused' in result) return refusal(result.refused);
  const refused = sendingRefused(turn);
  if (refused) return refused;

  const taking = readers === null ? takingPart(turn, result.text) : [];
  const message = compose(turn, command, result.text);
  const isFirst = readers === null && turn.vacancy.isOpen;
  if (isFirst) takeOwnership(turn, message);
  else turn.transcript.append(message);
  turn.duplicates.add(turn.speaker.id, message.id, message.seq);
  turn.pacing.sent(turn.speaker.id, turn.now);
  for (const id of taking) turn.roster.bringIntoView(id);
  const told = tellReaders(turn, message, readers);
  return isFirst ? [told, tellHosts(turn)] : [told];
}

/** H1: the first to speak in a public room owns it. */
function takeOwnership({ transcript, register, speaker }: Turn, message: Message): void {
  transcript.transaction(() => {
    transcript.append(message);
    remember(register, speaker, { role: 'owner' });
  });
}

/** S3: what this very send has already made, as it now stands. */
function findEarlier({ transcript, duplicates, speaker }: Turn, { id, since }: Send): Message | undefined {
  const seq = id === undefined ? undefined : duplicates.find(speaker.id, id, since);
  return seq === undefined ? undefined : transcript.message(seq);
}

/** S5: whoever gets the reply must be able to read what it answers. */
function mayReply(turn: Turn, replyTo: number, readers: Readers): boolean {
  const original = readable(turn, replyTo);
  if (!original) return false;
  const originalReaders = readersOf(original);
  if (originalReaders === null) return true;
  return readers?.every((id) => mayRead(originalReaders, id)) ?? false;
}

/** P1: in a crowd, who speaks and who is called on comes into view. Of what is private nobody else may learn. */
function takingPart({ roster, speaker }: Turn, text: string): readonly MemberId[] {
  if (!roster.isCrowd) return [];
  return [speaker.id, ...mentionsIn(text, (name) => roster.named(name)).map(({ of }) => of.id)];
}

function compose(turn: Turn, { id, replyTo, to }: Send, text: string): Message {
  return {
    type: 'message',
    seq: turn.transcript.head + 1,
    id: id ?? turn.chance.id(),
    at: turn.now,
    from: turn.speaker,
    text,
    ...(replyTo !== undefined && { replyTo }),
    ...(to && { to }),
  };
}
