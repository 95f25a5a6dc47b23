import { FocusKeeper } from '../parts/focus-keeper.tsx';
import { isWide } from '../parts/media.ts';
import { SearchTool } from '../search/search-tool.tsx';
import { SettingsButton } from '../settings/settings-button.tsx';
import { KeyboardHelp, KeyboardHelpButton } from './keyboard-help.tsx';
import { SaveTranscript } from './save-transcript.tsx';
import { useSession } from './session.ts';

/** What a person reaches for now and then. Where the people have no place beside the messages, their sheet saves the transcript. */
export function HeaderTools() {
  const { room } = useSession();
  return (
    <>
      <SearchTool />
      <KeyboardHelpButton />
      <KeyboardHelp />
      {isWide.value && <SaveTranscript room={room} />}
      <SettingsButton />
      <FocusKeeper />
    </>
  );
}
