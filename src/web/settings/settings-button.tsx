import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { SettingsIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';

/** Opens the settings, whose code comes when they are first asked for. */
export function SettingsButton() {
  const sheet = useSignal<FunctionComponent<{ onClose: () => void }> | undefined>(undefined);
  const open = async () => {
    sheet.value = (await import('./settings-sheet.tsx')).SettingsSheet;
  };
  const Sheet = sheet.value;
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
      {Sheet && <Sheet onClose={() => (sheet.value = undefined)} />}
    </>
  );
}
