import { FocusKeeper } from '../parts/focus-keeper.tsx';
import { SettingsButton } from '../settings/settings-button.tsx';
import { KeyboardHelp, KeyboardHelpButton } from './keyboard-help.tsx';
import { SaveTranscript } from './save-transcript.tsx';
import { useSession } from './session.ts';

/** What a person reaches for now and then. */
export function HeaderTools() {
  return (
    <>
      <KeyboardHelpButton />
      <KeyboardHelp />
      <SaveTranscript room={useSession().room} />
      <SettingsButton />
      <FocusKeeper />
    </>
  );
}
