import './join-dialog.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { displayName } from '../../protocol/display-name.ts';
import { guestName } from '../../protocol/guest-name.ts';
import { FieldLine, FieldSaid } from '../parts/field-line.tsx';
import { kept } from '../parts/kept.ts';
import { placeName } from '../parts/place-name.ts';
import { refusalSentence } from '../parts/refusals.ts';
import { useModal } from '../parts/use-modal.ts';
import { strings } from '../strings/strings.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { useSession } from './session.ts';
import { TurnstileCheck } from './turnstile-check.tsx';

/** Open on a first visit, and again where the room refuses the name. */
export function JoinDialog() {
  const session = useSession();
  const { line } = session.state.value;
  const refused =
    line.state === 'refused' && line.why.code === 'bad_name' ? refusalSentence(line.why) : undefined;
  useEffect(() => {
    if (refused) session.door.joinIsOpen.value = true;
  }, [refused]);
  const { joinIsOpen, answer } = session.door;
  if (joinIsOpen.value) return <OpenDialog refused={refused} />;
  if (answer.value === 'closed') return null;
  if (line.state === 'refused' && line.why.needs === 'turnstile') return <TurnstileCheck />;
  const isAsked = line.state === 'refused' && line.why.needs === 'password';
  const isTried = line.state === 'connecting' || line.state === 'waiting';
  return isAsked || (isTried && answer.value === 'password') ? <PasswordDialog /> : null;
}

function OpenDialog({ refused }: { refused: string | undefined }) {
  const session = useSession();
  const dialog = useModal();
  const name = useSignal(kept.name() ?? guestName(Math.random));
  const problem = useSignal(refused);
  const join = (event: Event) => {
    event.preventDefault();
    const wanted = displayName(name.value);
    if (!wanted) {
      problem.value = strings.errors.bad_name;
      return;
    }
    session.door.joinIsOpen.value = false;
    session.join(wanted);
    session.composer.focus.value++;
  };
  return (
    <dialog
      ref={dialog}
      class="join"
      aria-label={strings.join.title}
      onClose={() => (session.door.joinIsOpen.value = false)}
    >
      <form onSubmit={join} noValidate>
        <h2 class="join-heading">{strings.join.heading(placeName(session.room, session.title.value))}</h2>
        <p class="join-hint">{strings.join.hint}</p>
        <NameField name={name.value} problem={problem.value} onName={(value) => (name.value = value)} />
      </form>
    </dialog>
  );
}

interface NameFieldProps {
  name: string;
  problem: string | undefined;
  onName: (name: string) => void;
}

function NameField({ name, problem, onName }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <>
      <FieldLine
        id="join-name"
        label={strings.join.name}
        input={{
          ref: field,
          autocomplete: 'nickname',
          enterkeyhint: 'go',
          'aria-invalid': problem !== undefined,
          value: name,
          onInput: (event) => onName(event.currentTarget.value),
        }}
      >
        <button type="submit" class="button button-main">
          {strings.join.join}
        </button>
      </FieldLine>
      <FieldSaid id="join-name" problem={problem} live="assertive" />
    </>
  );
}
