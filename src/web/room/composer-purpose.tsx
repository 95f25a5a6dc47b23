import type { Message } from '../../protocol/server-message.ts';
import { gist } from '../parts/gist.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { CloseIcon } from '../parts/later-icons.tsx';
import { strings } from '../strings/strings.ts';
import { entryKey } from './rows.ts';
import { type RoomSession, useSession } from './session.ts';

/** In code points. */
const EXCERPT = 160;

/** Says that the text will be an edit or a reply, and lets it be neither. */
export function ComposerPurpose() {
  const session = useSession();
  const { composer } = session;
  const purpose = composer.purpose.value;
  if (purpose.kind === 'new') return null;
  return (
    <div class="composer-purpose">
      {purpose.kind === 'edit' ? (
        <p>{strings.composer.editing}</p>
      ) : (
        <button type="button" class="composer-answered" onClick={() => showAnswered(session, purpose.to.seq)}>
          {strings.composer.replying(purpose.to.from.name)}{' '}
          <span dir="auto">{gist(purpose.to.text ?? '', EXCERPT)}</span>
        </button>
      )}
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

/** The way back leads to the message where one was. */
function showAnswered(session: RoomSession, seq: number): void {
  const { shown, selfId, activeKey } = session;
  const isHere = (message: Message) => entryKey(message, selfId.value) === activeKey.value;
  const from = shown.value.messages.find(isHere)?.seq;
  void session.way.show(seq, from === seq ? undefined : from);
}
