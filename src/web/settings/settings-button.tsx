import { IconButton } from '../parts/icon-button.tsx';
import { SettingsIcon } from '../parts/later-icons.tsx';
import { OnDemand } from '../parts/on-demand.ts';
import { useOpened } from '../parts/use-opened.ts';
import { laterStrings } from '../strings/later-strings.ts';

const sheet = new OnDemand(async () => (await import('./settings-sheet.tsx')).SettingsSheet);

/** Opens the settings, whose code comes when they are first asked for; where it does not, nothing is said but in a room. */
export function SettingsButton({ onFailure = () => {} }: { onFailure?: () => void }) {
  const { part: Sheet, open, close } = useOpened(sheet, onFailure);
  return (
    <>
      <IconButton name={laterStrings.settings.title} aria-haspopup="dialog" onClick={open}>
        <SettingsIcon />
      </IconButton>
      {Sheet && <Sheet onClose={close} />}
    </>
  );
}
