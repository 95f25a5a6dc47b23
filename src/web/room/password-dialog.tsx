import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { limits } from '../../protocol/limits.ts';
import { FieldLine } from '../parts/field-line.tsx';
import { placeName } from '../parts/place-name.ts';
import { useSecondsUntil } from '../parts/seconds-until.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { DoorDialog } from './door-dialog.tsx';
import { useSession } from './session.ts';

/** H5: what the room asks for, and how the last try went. */
export function PasswordDialog() {
  const session = useSession();
  const password = useSignal('');
  const isAsked = session.state.value.line.state === 'refused';
  const enter = (event: Event) => {
    event.preventDefault();
    if (password.value === '' || !isAsked) return;
    session.door.answer.value = 'password';
    session.door.enter({ password: password.value });
  };
  const { door } = laterStrings;
  return (
    <DoorDialog>
      <form onSubmit={enter} noValidate>
        <h2 class="join-heading">{door.heading(placeName(session.room, session.title.value))}</h2>
        <p class="join-hint">{door.hint}</p>
        <FieldLine
          id="join-password"
          label={door.password}
          input={{
            type: 'password',
            autocomplete: 'current-password',
            enterkeyhint: 'go',
            maxLength: limits.passwordLength,
            value: password.value,
            onInput: (event) => (password.value = event.currentTarget.value),
          }}
        >
          <button type="submit" class="button button-main" disabled={!isAsked}>
            {door.enter}
          </button>
        </FieldLine>
        <p id="join-password-said" class="field-problem" aria-live="assertive">
          <Problem />
        </p>
      </form>
    </DoorDialog>
  );
}

function Problem() {
  const session = useSession();
  const { line } = session.state.value;
  const { door } = laterStrings;
  if (session.door.answer.value !== 'password') return null;
  if (line.state === 'refused') return <>{door.wrong}</>;
  return line.state === 'waiting' && line.why ? <TooOften until={line.retryAt} /> : null;
}

/** Counts for the eye alone: what is read aloud would never end. */
function TooOften({ until }: { until: number }) {
  const first = useRef(laterStrings.door.tooOften(Math.ceil((until - Date.now()) / 1_000)));
  const seconds = useSecondsUntil(until);
  return (
    <>
      <span class="visually-hidden">{first.current}</span>
      <span aria-hidden="true">{laterStrings.door.tooOften(seconds)}</span>
    </>
  );
}
