import './ask-sheet.css';
import type { ListedRoom } from '../../protocol/listing.ts';
import { listedName } from '../parts/listed-name.ts';
import { Sheet } from '../parts/sheet.tsx';
import { words } from './words.ts';

export type Act = 'lock' | 'unlock' | 'remove';

export interface Asked {
  readonly what: Act;
  readonly room: ListedRoom;
}

interface AskSheetProps {
  asked: Asked;
  onClose: () => void;
  /** Given what the room is called here. */
  onYes: (asked: Asked, name: string) => Promise<void>;
}

const TITLE = 'ask-title';

/** Asks before something is done to others. What takes nothing away from anybody has the focus first. */
export function AskSheet({ asked, onClose, onYes }: AskSheetProps) {
  const name = listedName(asked.room.room);
  const { question, meaning, answer } = sentences(asked, name);
  return (
    <Sheet titleId={TITLE} onClose={onClose}>
      {(close) => (
        <div class="ask">
          <h2 id={TITLE} class="sheet-title">
            {question}
          </h2>
          <p>{meaning}</p>
          <div class="ask-answers">
            <button type="button" class="button" autofocus onClick={close}>
              {words.cancel}
            </button>
            <button
              type="button"
              class={asked.what === 'remove' ? 'button ask-danger' : 'button button-main'}
              onClick={() => {
                close();
                void onYes(asked, name);
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

function sentences({ what, room }: Asked, name: string) {
  switch (what) {
    case 'lock':
      return { question: words.askLock(name), meaning: words.lockMeans, answer: words.lockIt };
    case 'unlock':
      return { question: words.askUnlock(name), meaning: words.unlockMeans, answer: words.unlockIt };
    case 'remove':
      return {
        question: words.askRemove(name),
        meaning: words.removeMeans(room.head),
        answer: words.removeIt,
      };
  }
}
