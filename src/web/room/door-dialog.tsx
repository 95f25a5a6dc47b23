import './join-dialog.css';
import type { ComponentChildren } from 'preact';
import { useModal } from '../parts/use-modal.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** What stands before a room that asks for something. Closed, it opens again from where the line is spoken of (connection.tsx). */
export function DoorDialog({ children }: { children: ComponentChildren }) {
  const { answer } = useSession().door;
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      class="join"
      aria-label={strings.join.title}
      onClose={() => (answer.value = 'closed')}
    >
      {children}
      <a class="button-text join-home" href="/">
        {strings.noRoom.back}
      </a>
    </dialog>
  );
}
