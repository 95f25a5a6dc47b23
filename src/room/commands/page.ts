import type { ClientMessageOf } from '../../protocol/client-message.ts';
import type { Outcome } from '../effect.ts';
import { readPage } from '../page.ts';
import { answer, type Turn } from '../turn.ts';

/** R4. */
export function page(turn: Turn, { id, type, ...range }: ClientMessageOf<'page'>): Outcome {
  return answer(turn, id, { type, ...readPage(turn, range, turn.speaker.id) });
}
