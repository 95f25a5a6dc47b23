import type { ClientMessageOf } from '../../protocol/client-message.ts';
import { closeCodes, refusal } from '../../protocol/codes.ts';
import type { Outcome } from '../effect.ts';
import type { Turn } from '../turn.ts';

/** H10: all of it, for good; the name must be given, so that nobody does it by mistake. */
export function destroy(turn: Turn, { room }: ClientMessageOf<'destroy'>): Outcome {
  if (turn.role !== 'owner') return refusal('forbidden');
  if (room !== turn.room) return refusal('bad_frame', { message: "Give the room's name to delete it." });
  const closed = turn.connections
    .ids()
    .flatMap((connection) => turn.end(connection, closeCodes.roomGone, 'This room was deleted.'));
  return [...closed, { do: 'destroy' }];
}
