import { useSignal } from '@preact/signals';
import { SettingsIcon } from '../parts/icons.tsx';
import { OnDemand } from '../parts/on-demand.ts';
import { strings } from '../strings/strings.ts';

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
      <button
        type="button"
        class="button-icon"
        aria-haspopup="dialog"
        aria-label={strings.settings.title}
        title={strings.settings.title}
        onClick={() => void open()}
      >
        <SettingsIcon />
      </button>
      {Sheet && isOpen.value && <Sheet onClose={() => (isOpen.value = false)} />}
    </>
  );
}
