import { type Refusal, refusal } from '../protocol/codes.ts';
import { remaining, standingNow } from './register.ts';
import { moderates, type Turn } from './turn.ts';

/** H3, H4, H6: why somebody may not write for now; undefined where they may. Hosts always may. */
export function writingRefused({ register, speaker, role, now }: Turn): Refusal | undefined {
  if (moderates(role)) return undefined;
  const standing = standingNow(register, speaker.id, now);
  const { locked, knownOnly } = register.keeping.settings;
  if (standing?.mutedUntil) return refusal('muted', remaining(standing.mutedUntil, now));
  if (locked) return refusal('locked');
  if (knownOnly && !standing?.known) {
    return refusal('locked', { message: 'For now only those write here who did so before.' });
  }
  return undefined;
}

/** H4: slow mode, for messages alone. */
export function sendingRefused(turn: Turn): Refusal | undefined {
  const refused = writingRefused(turn);
  const seconds = turn.register.keeping.settings.slowMode;
  if (refused || seconds === undefined || moderates(turn.role)) return refused;
  const since = turn.now - seconds * 1_000;
  const last = turn.pacing.lastAfter(since, turn.speaker.id, turn.now);
  return last === undefined ? undefined : refusal('slow_mode', { retryAfter: Math.max(1, last - since) });
}
