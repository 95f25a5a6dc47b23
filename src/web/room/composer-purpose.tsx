import './composer-purpose.css';
import type { Message } from '../../protocol/server-message.ts';
import { gist } from '../parts/gist.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { CloseIcon } from '../parts/later-icons.tsx';
import { strings } from '../strings/strings.ts';
import { entryKey } from './rows.ts';
import { type RoomSession, useSession } from './session.ts';

/** In code points. */
const EXCERPT = 160;

/** Says that the text will be an edit or a reply, leads to the message that it is one of, and lets it be neither. */
export function ComposerPurpose() {
  const session = useSession();
  const { composer } = session;
  const purpose = composer.purpose.value;
  if (purpose.kind === 'new') return null;
  return (
    <div class="composer-purpose">
      <button type="button" class="composer-subject" onClick={() => show(session, purpose.message.seq)}>
        {purpose.kind === 'edit' ? strings.composer.editing : <Answered message={purpose.message} />}
      </button>
      <IconButton
        name={strings.composer.giveUp}
        onClick={() => {
          composer.giveUp();
          composer.focus.value++;
        }}
      >
        <CloseIcon />
      </IconButton>
    </div>
  );
}

function Answered({ message: { from, text = '' } }: { message: Message }) {
  return (
    <>
      {strings.composer.replying(from.name)} <span dir="auto">{gist(text, EXCERPT)}</span>
    </>
  );
}

/** The way back leads to the message where one was. */
function show(session: RoomSession, seq: number): void {
  const { shown, selfId, activeKey } = session;
  const isHere = (message: Message) => entryKey(message, selfId.value) === activeKey.value;
  const from = shown.value.messages.find(isHere)?.seq;
  void session.way.show(seq, from === seq ? undefined : from);
}
