import './join-dialog.css';
import type { ComponentChildren } from 'preact';
import { useModal } from '../parts/use-modal.ts';
import { strings } from '../strings/strings.ts';

/** What stands before a room that asks for something: it stays until the room lets us in. */
export function DoorDialog({ children }: { children: ComponentChildren }) {
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      class="join"
      aria-label={strings.join.title}
      onCancel={(event) => event.preventDefault()}
    >
      {children}
    </dialog>
  );
}
