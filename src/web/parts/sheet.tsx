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

interface AskSheetProps {
  question: string;
  /** What comes of it, a paragraph each. */
  meaning: readonly string[];
  answer: string;
  giveUp: string;
  /** Whether something goes that nothing brings back. */
  isGrave: boolean;
  onClose: () => void;
  onYes: () => void;
}

const ASK_TITLE = 'ask-title';

/** Asks before something is done that is not easily undone. What takes nothing away from anybody has the focus first. */
export function AskSheet({ question, meaning, answer, giveUp, isGrave, onClose, onYes }: AskSheetProps) {
  return (
    <Sheet titleId={ASK_TITLE} onClose={onClose}>
      {(close) => (
        <div class="ask">
          <h2 id={ASK_TITLE} class="sheet-title">
            {question}
          </h2>
          {meaning.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <div class="ask-answers">
            <button type="button" class="button" autofocus onClick={close}>
              {giveUp}
            </button>
            <button
              type="button"
              class={isGrave ? 'button ask-danger' : 'button button-main'}
              onClick={() => {
                close();
                onYes();
              }}
            >
              {answer}
            </button>
          </div>
        </div>
      )}
    </Sheet>
  );
}
