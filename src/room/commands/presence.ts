import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { refusal } from '../../protocol/codes.ts';
import { displayName } from '../../protocol/display-name.ts';
import { type Outcome, tell } from '../effect.ts';
import { tellOf } from '../news.ts';
import { done, type Turn } from '../turn.ts';

/** P2: a signal to all others, but in a crowd; its sender hears of it only where it gave an id. */
export function typing(turn: Turn, command: ClientMessageOf<'typing'>): Outcome {
  const { roster, speaker } = turn;
  if (roster.isCrowd) return done(turn, command.id);
  const others = { except: roster.connectionsOf(speaker.id) };
  return [tell(others, { type: 'typing', id: speaker.id, on: command.on }), ...done(turn, command.id)];
}

/** P3: the whole member, on all its connections. */
export function rename(turn: Turn, command: ClientMessageOf<'rename'>): Outcome {
  const { roster, speaker } = turn;
  const wanted = displayName(command.name);
  if (wanted === undefined) return refusal('bad_name');
  const member = { id: speaker.id, name: roster.freeName(wanted, speaker.id) };
  if (member.name === speaker.name) return done(turn, command.id);
  roster.rename(member);
  return [tellOf(roster, member.id, { changed: [{ ...member, was: speaker.name }] })];
}
