import type { Message } from '../../protocol/server-message.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';
import { usePanel } from './use-panel.ts';

/** Asks once, since nothing brings a message back. */
export function Deletion({ message, onDone }: { message: Message; onDone: () => void }) {
  const session = useSession();
  const { panel, leave } = usePanel<HTMLDialogElement>(onDone, 'button:last-child');
  const remove = () => {
    session.tapped.value = undefined;
    leave();
    void session.remove(message.seq);
  };
  return (
    <dialog {...panel} open class="actions actions-open deletion" aria-label={strings.actions.askDelete}>
      <p>{strings.actions.askDelete}</p>
      <button type="button" class="action deletion-go" onClick={remove}>
        {strings.actions.delete}
      </button>
      <button type="button" class="action" onClick={leave}>
        {strings.actions.keep}
      </button>
    </dialog>
  );
}
