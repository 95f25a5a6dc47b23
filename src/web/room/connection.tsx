import './connection.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Line } from '../../client/state.ts';
import { isOnline } from '../parts/offline.ts';
import { refusalSentence } from '../parts/refusals.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

const PATIENCE = 3_000;

/** Says nothing of a line that is there, or has been gone for less than a breath; that the device is offline it says at once. */
export function ConnectionStatus() {
  const { line } = useSession().state.value;
  const isLost = line.state === 'connecting' || line.state === 'waiting';
  const isLate = useLate(isLost) || !isOnline.value;
  return (
    <div class="connection" role="status">
      <Sentence line={line} isLate={isLate} />
    </div>
  );
}

function Sentence({ line, isLate }: { line: Line; isLate: boolean }) {
  switch (line.state) {
    case 'idle':
      return null;
    case 'live':
      return <span class="visually-hidden">{strings.line.live}</span>;
    case 'ended':
      return <Final text={whyEnded(line.code) ?? (line.reason || strings.line.endedElse)} />;
    case 'refused':
      return line.why.code === 'bad_name' ? null : <Final text={refusalSentence(line.why)} />;
    default:
      return isLate ? <Lost line={line} /> : null;
  }
}

function whyEnded(code: number): string | undefined {
  const sentences: Readonly<Record<number, string>> = strings.line.ended;
  return sentences[code];
}

function Final({ text }: { text: string }) {
  return (
    <p class="connection-note connection-final">
      {text}
      <button type="button" class="button-text" onClick={() => location.reload()}>
        {strings.line.reload}
      </button>
    </p>
  );
}

function Lost({ line }: { line: Line }) {
  const session = useSession();
  const wasHere = session.selfId.value !== undefined;
  return (
    <p class="connection-note">
      <span>{whatIsWrong(line, wasHere)}</span>
      {session.isPreview.value && <span>{strings.line.lastSeen}</span>}
      {line.state === 'waiting' && <Countdown until={line.retryAt} />}
      {line.state === 'waiting' && (
        <button type="button" class="button-text" onClick={() => session.wake()}>
          {strings.line.tryNow}
        </button>
      )}
    </p>
  );
}

function whatIsWrong({ state }: Line, wasHere: boolean): string {
  if (!isOnline.value) return strings.line.offline;
  if (state === 'waiting') return wasHere ? strings.line.lost : strings.line.unreachable;
  return wasHere ? strings.line.reconnecting : strings.line.connecting;
}

/** Left out of what is read aloud: a live region that counts never stops talking. */
function Countdown({ until }: { until: number }) {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(1, Math.ceil((until - now.value) / 1_000));
  return <span aria-hidden="true">{strings.line.again(seconds)}</span>;
}

/** True once `isLost` has held for a while. */
function useLate(isLost: boolean): boolean {
  const isLate = useSignal(false);
  useEffect(() => {
    isLate.value = false;
    if (!isLost) return;
    const timer = setTimeout(() => (isLate.value = true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isLost]);
  return isLost && isLate.value;
}
