import './composer-gate.css';
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { RoomState } from '../../client/state.ts';
import { LockIcon } from '../parts/icons.tsx';
import { useSecondsUntil } from '../parts/seconds-until.ts';
import { momentName } from '../parts/times.ts';
import { type RoomSession, useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';

/** Why we may not write for now; `until` is Unix time in ms. The brake stops only some, and the room does not say whom. */
type Gate =
  | { readonly why: 'locked' | 'brake' }
  | { readonly why: 'muted'; readonly until?: number }
  | { readonly why: 'slow'; readonly until: number };

/** Says it above the textbox, which keeps what is written; reads it aloud once. */
export function ComposerGate() {
  const session = useSession();
  const now = useNow(session);
  const gate = gateOf(session, now);
  const words = gate && wordsOf(gate);
  const isShut = gate !== undefined && gate.why !== 'brake';
  const key = isShut ? `${gate.why} ${'until' in gate ? gate.until : ''}` : undefined;
  useLayoutEffect(() => {
    session.whyNotWrite.value = isShut ? () => wordsOf(gate) : undefined;
  }, [key]);
  useEffect(() => {
    if (words && gate.why !== 'slow') session.notice.whisper(words);
  }, [words]);
  if (!gate) return null;
  return (
    <p class="composer-gate">
      <LockIcon />
      {gate.why === 'slow' ? <Countdown until={gate.until} /> : words}
    </p>
  );
}

function Countdown({ until }: { until: number }) {
  const seconds = useSecondsUntil(until);
  return <>{laterStrings.gate.slow(seconds)}</>;
}

function wordsOf(gate: Gate): string {
  const { gate: words } = laterStrings;
  if (gate.why === 'slow') return words.slow(Math.max(1, Math.ceil((gate.until - Date.now()) / 1_000)));
  if (gate.why !== 'muted') return words[gate.why];
  return gate.until === undefined ? words.muted : words.mutedUntil(momentName(gate.until));
}

function gateOf({ state, isHost, composer }: RoomSession, now: number): Gate | undefined {
  const { self, settings } = state.value;
  if (!self || isHost.value) return undefined;
  if (self.muted && (self.muted.until ?? Number.POSITIVE_INFINITY) > now)
    return { why: 'muted', ...self.muted };
  if (settings.locked) return { why: 'locked' };
  const until = slowUntil(state.value);
  if (until > now && composer.purpose.value.kind !== 'edit') return { why: 'slow', until };
  return settings.knownOnly ? { why: 'brake' } : undefined;
}

/** H4: when we may send again; 0 where it is no question. */
function slowUntil({ settings, messages, pending, self }: RoomState): number {
  if (!settings.slowMode) return 0;
  const last = messages.findLast(({ from }) => from.id === self?.id)?.at ?? 0;
  const waiting = pending.findLast(({ failed }) => !failed)?.at ?? 0;
  return Math.max(last, waiting) + settings.slowMode * 1_000;
}

/** The time, anew whenever what holds us back ends. */
function useNow(session: RoomSession): number {
  const now = useSignal(Date.now());
  useSignalEffect(() => {
    const { self } = session.state.value;
    const ends = [slowUntil(session.state.value), self?.muted?.until ?? 0].filter(
      (end) => end > Math.max(now.value, Date.now()),
    );
    if (ends.length === 0) return;
    const wait = Math.min(Math.min(...ends) - Date.now() + 50, 2_147_483_647);
    const timer = setTimeout(() => (now.value = Date.now()), Math.max(0, wait));
    return () => clearTimeout(timer);
  });
  return Math.max(now.value, Date.now());
}
