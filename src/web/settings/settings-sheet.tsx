import './settings-sheet.css';
import { theme, timeFormat } from '../parts/settings.ts';
import { Sheet } from '../parts/sheet.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { Choice } from './choice.tsx';
import { LanguageSetting } from './language-setting.tsx';
import { NameSetting } from './name-setting.tsx';
import { NotifySettings } from './notify-settings.tsx';

const TITLE = 'settings-title';

/** What a person chooses for all rooms. Each choice holds at once. */
export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const { settings } = laterStrings;
  return (
    <Sheet titleId={TITLE} onClose={onClose}>
      {() => (
        <div class="settings">
          <h2 id={TITLE} class="sheet-title">
            {settings.title}
          </h2>
          <NameSetting />
          <Choice title={settings.theme} choice={theme} words={settings.themes} />
          <LanguageSetting />
          <Choice title={settings.timeFormat} choice={timeFormat} words={settings.timeFormats} />
          <NotifySettings />
        </div>
      )}
    </Sheet>
  );
}
