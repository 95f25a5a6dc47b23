import type { RoomState } from '../../client/state.ts';

/**
 * H3, H4, H6: why we may not write for now; `until` is Unix time in ms by this device's clock. The brake stops only some, and
 * the room does not say whom.
 */
export type Gate =
  | { readonly why: 'locked' | 'brake' }
  | { readonly why: 'muted'; readonly until?: number }
  | { readonly why: 'slow'; readonly until: number };

/** What this device tells of the time. */
export interface Clock {
  /** Unix time in ms. */
  readonly now: number;
  /** By how much the room's clock is ahead of this one at least, in ms. */
  readonly ahead: number;
}

/** What the room has said last was said before now: where its time is later than that, this device's clock is slow. */
export function aheadAfter({ messages, moderation }: RoomState, { now, ahead }: Clock): number {
  return Math.max(ahead, (messages.at(-1)?.at ?? 0) - now, (moderation?.at ?? 0) - now);
}

/** What holds us back, as far as the page can know; undefined where nothing does. What was said may be changed in slow mode. */
export function gateOf(state: RoomState, isEdit: boolean, clock: Clock): Gate | undefined {
  const { self, settings } = state;
  if (self?.role !== 'member') return undefined;
  const muted = self.muted && mute(self.muted.until, clock);
  if (muted) return muted;
  if (settings.locked) return { why: 'locked' };
  const until = slowUntil(state, clock);
  if (until > clock.now && !isEdit) return { why: 'slow', until };
  return settings.knownOnly ? { why: 'brake' } : undefined;
}

export const holdsBack = (gate: Gate | undefined) => gate !== undefined && gate.why !== 'brake';

function mute(until: number | undefined, { now, ahead }: Clock): Gate | undefined {
  if (until === undefined) return { why: 'muted' };
  return until - ahead > now ? { why: 'muted', until: until - ahead } : undefined;
}

/** When we may send again; 0 where it is no question. What is on its way has this device's time. */
function slowUntil({ settings, messages, pending, self }: RoomState, { ahead }: Clock): number {
  if (!settings.slowMode) return 0;
  const last = messages.findLast(({ from }) => from.id === self?.id)?.at ?? 0;
  const waiting = pending.findLast(({ failed }) => !failed)?.at ?? 0;
  return Math.max(last - ahead, waiting) + settings.slowMode * 1_000;
}
