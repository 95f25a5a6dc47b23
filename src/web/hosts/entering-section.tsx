import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { limits } from '../../protocol/limits.ts';
import { type Access, accesses } from '../../protocol/room-settings.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { act } from './act.ts';
import { Section } from './section.tsx';
import { SettingCheck } from './setting-check.tsx';
import { SettingSelect } from './setting-select.tsx';

const KEEP_DAYS = [0, 1, 7, 30, 90, 365];

/** H4, H5, H9: who may come in, and what they find. */
export function EnteringSection() {
  const { entering, hides, keep, keepDays } = laterStrings.roomSettings;
  return (
    <Section title={entering}>
      <AccessChoice />
      <SettingCheck name="hidesHistory" label={hides} />
      <SettingSelect name="keepDays" label={keep} values={KEEP_DAYS} words={keepDays} />
    </Section>
  );
}

/** A password is chosen once there is one: until then the room stays as it was. */
function AccessChoice() {
  const session = useSession();
  const group = useId();
  const present = session.state.value.settings.access ?? 'open';
  const wanted = useSignal<Access | undefined>(undefined);
  const chosen = wanted.value ?? present;
  const words = laterStrings.roomSettings;
  const forget = () => (wanted.value = undefined);
  useEffect(() => void forget(), [present]);
  const choose = (access: Access) => {
    wanted.value = access;
    if (access !== 'password') void act(session, { type: 'settings', access }).then(forget);
  };
  return (
    <>
      <fieldset class="host-radios">
        <legend class="visually-hidden">{words.entering}</legend>
        {accesses.map((access) => (
          <label key={access} class="host-check">
            <input type="radio" name={group} checked={chosen === access} onChange={() => choose(access)} />
            {words.access[access]}
          </label>
        ))}
      </fieldset>
      {chosen === 'password' && <PasswordForm />}
    </>
  );
}

function PasswordForm() {
  const session = useSession();
  const password = useSignal('');
  const isSaved = useSignal(false);
  const words = laterStrings.roomSettings;
  const save = async (event: Event) => {
    event.preventDefault();
    if (password.value === '') return;
    isSaved.value = await act(session, { type: 'settings', access: 'password', password: password.value });
    if (isSaved.value) password.value = '';
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <label class="host-label">
        {words.password}
        <span class="host-with-button">
          <input
            class="field"
            autocomplete="off"
            spellcheck={false}
            maxLength={limits.passwordLength}
            value={password.value}
            onInput={(event) => {
              password.value = event.currentTarget.value;
              isSaved.value = false;
            }}
          />
          <button type="submit" class="button">
            {words.setPassword}
          </button>
        </span>
      </label>
      <p class="host-hint" aria-live="polite">
        {isSaved.value && words.saved}
      </p>
    </form>
  );
}
