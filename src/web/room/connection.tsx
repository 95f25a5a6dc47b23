import './connection.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Line } from '../../client/state.ts';
import { closeCodes, errorSentences, type Refusal } from '../../protocol/codes.ts';
import { isOnline } from '../parts/offline.ts';
import { refusalSentence } from '../parts/refusals.ts';
import { useSecondsUntil } from '../parts/seconds-until.ts';
import { momentName } from '../parts/times.ts';
import { laterStrings } from '../strings/later-strings.ts';
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
      return <span class="visually-hidden">{laterStrings.line.live}</span>;
    case 'ended':
      return <Ended code={line.code} reason={line.reason} />;
    case 'refused':
      return <Refused why={line.why} />;
    default:
      return isLate ? <Lost line={line} /> : null;
  }
}

/** Whoever was removed may come again; of a room that was deleted there is nothing to come back to. */
function Ended({ code, reason }: { code: number; reason: string }) {
  const { door } = useSession();
  if (code === closeCodes.removed) {
    return (
      <Final text={laterStrings.door.removed} act={laterStrings.door.comeBack} onAct={() => door.enter()} />
    );
  }
  if (code === closeCodes.roomGone) return <p class="connection-note">{laterStrings.door.deleted}</p>;
  return <Final text={whyEnded(code) ?? (reason || laterStrings.line.endedElse)} />;
}

/** A name that is none, and what else can be given, have a dialog of their own; once that is closed, it is opened from here. */
function Refused({ why }: { why: Refusal }) {
  const { answer, joinIsOpen } = useSession().door;
  if (why.code === 'bad_name') {
    if (joinIsOpen.value) return null;
    const open = () => (joinIsOpen.value = true);
    return <Final text={refusalSentence(why)} act={strings.join.join} onAct={open} />;
  }
  if (why.needs === 'password' || why.needs === 'turnstile') {
    if (answer.value !== 'closed') return null;
    return <Final {...laterStrings.door.asks[why.needs]} onAct={() => (answer.value = undefined)} />;
  }
  return <Final text={why.needs === 'invitation' ? laterStrings.door.invitation : whyRefused(why)} />;
}

/** Where an address is banned, the room says more than that. */
function whyRefused(why: Refusal): string {
  if (why.code !== 'banned' || why.message !== errorSentences.banned) return refusalSentence(why);
  const { banned, bannedUntil } = laterStrings.door;
  return why.retryAfter === undefined ? banned : bannedUntil(momentName(Date.now() + why.retryAfter));
}

function whyEnded(code: number): string | undefined {
  const sentences: Readonly<Record<number, string>> = laterStrings.line.ended;
  return sentences[code];
}

interface FinalProps {
  text: string;
  act?: string;
  onAct?: () => void;
}

function Final({ text, act = laterStrings.line.reload, onAct = () => location.reload() }: FinalProps) {
  return (
    <p class="connection-note connection-final">
      {text}
      <button type="button" class="button-text" onClick={onAct}>
        {act}
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
      {session.isPreview.value && <span>{laterStrings.line.lastSeen}</span>}
      {line.state === 'waiting' && <Countdown until={line.retryAt} />}
      {line.state === 'waiting' && (
        <button type="button" class="button-text" onClick={() => session.wake()}>
          {laterStrings.line.tryNow}
        </button>
      )}
    </p>
  );
}

function whatIsWrong({ state }: Line, wasHere: boolean): string {
  if (!isOnline.value) return laterStrings.line.offline;
  if (state === 'waiting') return wasHere ? laterStrings.line.lost : laterStrings.line.unreachable;
  return wasHere ? laterStrings.line.reconnecting : laterStrings.line.connecting;
}

/** Left out of what is read aloud: a live region that counts never stops talking. */
function Countdown({ until }: { until: number }) {
  const seconds = useSecondsUntil(until);
  return <span aria-hidden="true">{laterStrings.line.again(seconds)}</span>;
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
