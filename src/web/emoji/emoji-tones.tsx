import { laterStrings } from '../strings/later-strings.ts';
import { keepSkinTone, skinTone } from './emoji-habits.ts';

const HANDS = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];

/** Kept in the browser, for all emoji that have tones. */
export function EmojiTones() {
  return (
    <fieldset class="emoji-tones">
      <legend>{laterStrings.emoji.tone}</legend>
      {HANDS.map((hand, tone) => (
        <label key={hand} title={laterStrings.emoji.tones[tone]}>
          <input
            type="radio"
            name="skin-tone"
            class="visually-hidden"
            aria-label={laterStrings.emoji.tones[tone]}
            checked={skinTone.value === tone}
            onChange={() => keepSkinTone(tone)}
          />
          <span aria-hidden="true">{hand}</span>
        </label>
      ))}
    </fieldset>
  );
}
