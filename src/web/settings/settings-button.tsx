import { useSignal } from '@preact/signals';
import { IconButton } from '../parts/icon-button.tsx';
import { SettingsIcon } from '../parts/later-icons.tsx';
import { OnDemand } from '../parts/on-demand.ts';
import { laterStrings } from '../strings/later-strings.ts';

const sheet = new OnDemand(async () => (await import('./settings-sheet.tsx')).SettingsSheet);

/** Opens the settings, whose code comes when they are first asked for. */
export function SettingsButton() {
  const isOpen = useSignal(false);
  const open = async () => {
    isOpen.value = (await sheet.need()) !== undefined;
  };
  const Sheet = sheet.part.value;
  return (
    <>
      <IconButton name={laterStrings.settings.title} aria-haspopup="dialog" onClick={() => void open()}>
        <SettingsIcon />
      </IconButton>
      {Sheet && isOpen.value && <Sheet onClose={() => (isOpen.value = false)} />}
    </>
  );
}
