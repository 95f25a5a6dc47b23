import { laterStrings } from '../strings/later-strings.ts';
import { Section } from './section.tsx';
import { SettingCheck } from './setting-check.tsx';
import { SettingSelect } from './setting-select.tsx';

/** In seconds. */
const SLOW_MODES = [0, 10, 30, 60, 300, 900, 3_600];

/** H4, H6. */
export function WritingSection() {
  const { writing, locked, brake, brakeHint, slow, slowMode } = laterStrings.roomSettings;
  return (
    <Section title={writing}>
      <SettingCheck name="locked" label={locked} />
      <SettingCheck name="knownOnly" label={brake} hint={brakeHint} />
      <SettingSelect name="slowMode" label={slow} values={SLOW_MODES} words={slowMode} />
    </Section>
  );
}
