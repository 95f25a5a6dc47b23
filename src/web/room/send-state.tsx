import './send-state.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PendingMessage } from '../../client/state.ts';
import type { Message } from '../../protocol/server-message.ts';
import { gist } from '../parts/gist.ts';
import { WarningIcon } from '../parts/later-icons.tsx';
import { refusalSentence } from '../parts/refusals.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { useSession } from './session.ts';

const UNREMARKABLE = 300;
/** In code points. */
const EXCERPT = 160;

/** How far a message of our own has come. What arrives at once is not spoken of. */
export function SendState({ pending }: { pending: PendingMessage }) {
  const session = useSession();
  const isSlow = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (isSlow.value = true), UNREMARKABLE);
    return () => clearTimeout(timer);
  }, []);
  const { id, failed } = pending;
  if (failed)
    return (
      <Failed
        what={laterStrings.sendState.failed}
        why={refusalSentence(failed)}
        onAgain={() => session.retry(id)}
        onDiscard={() => session.discard(id)}
      />
    );
  if (session.isOver.value) return <Stranded />;
  if (!isSlow.value) return null;
  const isLive = session.state.value.line.state === 'live';
  return <p class="send-state">{isLive ? laterStrings.sendState.sending : laterStrings.sendState.waiting}</p>;
}

/** An edit of this message that came back while something else was being written; none once it reads otherwise than it did then. */
export function Unsaved({ of }: { of: Message }) {
  const { composer, takesPart } = useSession();
  const edit = composer.unsaved.value.findLast(({ message }) => message.seq === of.seq);
  if (!edit || edit.message.text !== of.text) return null;
  const discard = () => {
    composer.unsaved.value = composer.unsaved.value.filter(({ message }) => message.seq !== of.seq);
  };
  const again = () => {
    discard();
    void composer.saveEdit(of, edit.text);
  };
  return (
    <Failed
      what={laterStrings.sendState.unsaved}
      why={gist(edit.text, EXCERPT)}
      onAgain={takesPart.value ? again : undefined}
      onDiscard={discard}
    />
  );
}

/** The line has ended for good, and comes back only because a person wants it to. */
function Stranded() {
  const { door } = useSession();
  return <Failed what={laterStrings.sendState.failed} onAgain={() => door.enter()} />;
}

interface FailedProps {
  what: string;
  /** Why, or what more there is to say of it. */
  why?: string;
  /** None where it is of no use. */
  onAgain: (() => void) | undefined;
  onDiscard?: () => void;
}

function Failed({ what, why, onAgain, onDiscard }: FailedProps) {
  return (
    <div class="send-state send-state-failed">
      <p>
        <WarningIcon /> <strong>{what}</strong>
        {why && <span dir="auto"> · {why}</span>}
      </p>
      {onAgain && (
        <button type="button" class="button-text" onClick={onAgain}>
          {laterStrings.sendState.again}
        </button>
      )}
      {onDiscard && (
        <button type="button" class="button-text" onClick={onDiscard}>
          {laterStrings.sendState.discard}
        </button>
      )}
    </div>
  );
}
