import './header-tools.css';
import { isWide } from '../parts/media.ts';
import { SearchTool } from '../search/search-tool.tsx';
import { SettingsButton } from '../settings/settings-button.tsx';
import { strings } from '../strings/strings.ts';
import { InviteButton } from './invite-sheet.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { PeopleButton } from './people-button.tsx';
import { SaveTranscript } from './save-transcript.tsx';
import { useSession } from './session.ts';

/** What a person reaches for now and then. Where the people have no place beside the messages, their sheet saves the transcript. */
export function HeaderTools({ onPeople }: { onPeople: () => void }) {
  const { room, notice } = useSession();
  const sayFailed = () => notice.say(strings.actions.failed);
  return (
    <>
      <SearchTool onFailure={sayFailed} />
      <KeyboardHelp onFailure={sayFailed} />
      {isWide.value && <SaveTranscript room={room} />}
      <SettingsButton onFailure={sayFailed} />
      <InviteButton room={room} />
      {!isWide.value && <PeopleButton onOpen={onPeople} />}
    </>
  );
}
