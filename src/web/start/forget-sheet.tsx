import { lossesOf } from '../parts/forget.ts';
import { AskSheet } from '../parts/sheet.tsx';
import { strings } from '../strings/strings.ts';
import { takeOff } from './recent.ts';
import { words } from './words.ts';

interface ForgetSheetProps {
  room: string;
  /** What the list calls it. */
  name: string;
  onClose: () => void;
}

/** Asks before anything goes that cannot be had again. */
export function ForgetSheet({ room, name, onClose }: ForgetSheetProps) {
  return (
    <AskSheet
      question={words.askForget(name)}
      meaning={lossesOf(room).map((loss) => words.losses[loss])}
      answer={words.forgetIt}
      giveUp={strings.actions.keep}
      isGrave
      onClose={onClose}
      onYes={() => takeOff(room)}
    />
  );
}
