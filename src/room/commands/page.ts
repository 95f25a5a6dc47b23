import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { type Outcome, tell } from '../effect.ts';
import { readPage } from '../page.ts';
import type { Turn } from '../turn.ts';

/** R4. */
export function page(turn: Turn, { id, type, ...range }: ClientMessageOf<'page'>): Outcome {
  const { connection, speaker } = turn;
  const found = readPage(turn, range, speaker.id);
  return [tell([connection], { type, ...(id !== undefined && { id }), ...found })];
}
