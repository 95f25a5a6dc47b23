import './delivery.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PendingMessage } from '../../client/state.ts';
import type { Refusal } from '../../protocol/codes.ts';
import { WarningIcon } from '../parts/later-icons.tsx';
import { refusalSentence } from '../parts/refusals.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { useSession } from './session.ts';

const UNREMARKABLE = 300;

/** How far a message of our own has come. What arrives at once is not spoken of. */
export function Delivery({ pending }: { pending: PendingMessage }) {
  const session = useSession();
  const isSlow = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (isSlow.value = true), UNREMARKABLE);
    return () => clearTimeout(timer);
  }, []);
  if (pending.failed) return <Failed id={pending.id} why={pending.failed} />;
  if (session.isOver.value) return <Stranded />;
  if (!isSlow.value) return null;
  const isLive = session.state.value.line.state === 'live';
  return <p class="delivery">{isLive ? laterStrings.delivery.sending : laterStrings.delivery.waiting}</p>;
}

/** The line has ended for good, and comes back only because a person wants it to. */
function Stranded() {
  const session = useSession();
  return (
    <div class="delivery delivery-failed">
      <p>
        <WarningIcon /> <strong>{laterStrings.delivery.failed}</strong>
      </p>
      <button type="button" class="button-text" onClick={session.door.comeBack}>
        {laterStrings.delivery.again}
      </button>
    </div>
  );
}

function Failed({ id, why }: { id: string; why: Refusal }) {
  const session = useSession();
  return (
    <div class="delivery delivery-failed">
      <p>
        <WarningIcon /> <strong>{laterStrings.delivery.failed}</strong> · {refusalSentence(why)}
      </p>
      <button type="button" class="button-text" onClick={() => session.retry(id)}>
        {laterStrings.delivery.again}
      </button>
      <button type="button" class="button-text" onClick={() => session.discard(id)}>
        {laterStrings.delivery.discard}
      </button>
    </div>
  );
}
