import './sheet.css';
import type { ComponentChildren } from 'preact';
import { strings } from '../strings/strings.ts';
import { IconButton } from './icon-button.tsx';
import { CloseIcon } from './later-icons.tsx';
import { useModal } from './use-modal.ts';

interface SheetProps {
  class?: string;
  /** Of the heading within, which names it. */
  titleId: string;
  onClose: () => void;
  /** Given how to close it. */
  children: (close: () => void) => ComponentChildren;
}

/** Over the page: at its foot on a phone, else in its middle. Esc, a tap beside it and its button close it. */
export function Sheet({ class: className = '', titleId, onClose, children }: SheetProps) {
  const dialog = useModal();
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class={`sheet ${className}`}
      aria-labelledby={titleId}
      onClose={onClose}
      closedby="any"
    >
      <div class="sheet-inside">
        <IconButton class="sheet-close" name={strings.close} onClick={close}>
          <CloseIcon />
        </IconButton>
        {children(close)}
      </div>
    </dialog>
  );
}
