import { useId } from 'preact/hooks';
import { languageChoice } from '../parts/settings.ts';
import { languages } from '../strings/languages.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { browserLanguage } from '../strings/strings.ts';

type Chosen = typeof languageChoice.chosen.value;

/** Each language says its own name, for those who can read no other. */
export function LanguageSetting() {
  const id = useId();
  const { chosen, values, choose } = languageChoice;
  return (
    <div>
      <label class="field-label" for={id}>
        {laterStrings.settings.language}
      </label>
      <select
        id={id}
        class="field"
        value={chosen.value}
        onChange={({ currentTarget }) => choose(values[currentTarget.selectedIndex] ?? chosen.value)}
      >
        {values.map((value) => (
          <option key={value} value={value} lang={value === 'browser' ? undefined : value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </div>
  );
}

const nameOf = (value: Chosen) =>
  value === 'browser' ? laterStrings.settings.browserLanguage(languages[browserLanguage]) : languages[value];
