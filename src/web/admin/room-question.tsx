import type { ListedRoom } from '../../protocol/listing.ts';
import { listedName } from '../parts/listed-name.ts';
import { AskSheet } from '../parts/sheet.tsx';
import { words } from './words.ts';

export type Act = 'lock' | 'unlock' | 'remove';

export interface Asked {
  readonly what: Act;
  readonly room: ListedRoom;
}

interface RoomQuestionProps {
  asked: Asked;
  onClose: () => void;
  /** Given what the room is called here. */
  onYes: (asked: Asked, name: string) => Promise<void>;
}

/** Asks before something is done to others. */
export function RoomQuestion({ asked, onClose, onYes }: RoomQuestionProps) {
  const name = listedName(asked.room.room);
  const [question, meaning, answer] = sentences(asked, name);
  return (
    <AskSheet
      question={question}
      meaning={[meaning]}
      answer={answer}
      giveUp={words.cancel}
      isGrave={asked.what === 'remove'}
      onClose={onClose}
      onYes={() => void onYes(asked, name)}
    />
  );
}

function sentences({ what, room }: Asked, name: string): [question: string, meaning: string, answer: string] {
  switch (what) {
    case 'lock':
      return [words.askLock(name), words.lockMeans, words.lockIt];
    case 'unlock':
      return [words.askUnlock(name), words.unlockMeans, words.unlockIt];
    case 'remove':
      return [words.askRemove(name), words.removeMeans(room.head), words.removeIt];
  }
}
