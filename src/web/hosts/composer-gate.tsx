import './composer-gate.css';
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { LockIcon } from '../parts/icons.tsx';
import { useSecondsUntil } from '../parts/seconds-until.ts';
import { momentName } from '../parts/times.ts';
import { type RoomSession, useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { aheadAfter, type Gate, gateOf, holdsBack } from './gate.ts';

/** The longest that a timer waits, in ms. */
const LONGEST = 2_147_483_647;

/** Says it above the textbox, which keeps what is written; reads it aloud once. */
export function ComposerGate() {
  const session = useSession();
  const gate = useGate(session);
  const words = gate && wordsOf(gate);
  const shut = holdsBack(gate) ? JSON.stringify(gate) : undefined;
  useLayoutEffect(() => {
    if (gate && shut) session.whyNotWrite.value = () => wordsOf(gate);
    return () => {
      session.whyNotWrite.value = undefined;
    };
  }, [session, shut]);
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
  const { slow, muted, mutedUntil } = laterStrings.gate;
  if (gate.why === 'slow') return slow(Math.max(1, Math.ceil((gate.until - Date.now()) / 1_000)));
  if (gate.why !== 'muted') return laterStrings.gate[gate.why];
  return gate.until === undefined ? muted : mutedUntil(momentName(gate.until));
}

/** Anew whenever the room says something, and when what holds us back ends. */
function useGate({ state, composer }: RoomSession): Gate | undefined {
  const ahead = useSignal(aheadAfter(state.value, { now: Date.now(), ahead: 0 }));
  const looked = useSignal(Date.now());
  const now = () => Math.max(looked.value, Date.now());
  useSignalEffect(() => {
    ahead.value = aheadAfter(state.value, { now: Date.now(), ahead: ahead.peek() });
  });
  const gate = useComputed(() => {
    const isEdit = composer.purpose.value.kind === 'edit';
    return gateOf(state.value, isEdit, { now: now(), ahead: ahead.value });
  });
  useSignalEffect(() => {
    const until = gate.value && 'until' in gate.value ? gate.value.until : undefined;
    if (until === undefined) return;
    const wait = Math.min(Math.max(0, until - now()) + 50, LONGEST);
    const timer = setTimeout(() => (looked.value = Date.now()), wait);
    return () => clearTimeout(timer);
  });
  return gate.value;
}
