import { useEffect, useRef } from 'preact/hooks';
import { CheckIcon, CloseIcon } from '../parts/icons.tsx';
import { useNewName } from '../parts/new-name.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

export function RenameForm({ name, onDone }: { name: string; onDone: () => void }) {
  const { rename } = useSession();
  const { wanted, problem, save } = useNewName({ name, rename, onDone });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  };
  return (
    <form class="rename" onSubmit={save} onKeyDown={giveUp}>
      <input
        ref={field}
        class="field"
        aria-label={strings.people.name}
        autocomplete="nickname"
        aria-invalid={problem.value !== undefined}
        aria-describedby="rename-problem"
        value={wanted.value}
        onInput={(event) => (wanted.value = event.currentTarget.value)}
      />
      <button type="submit" class="button-icon" aria-label={strings.people.save} title={strings.people.save}>
        <CheckIcon />
      </button>
      <button
        type="button"
        class="button-icon"
        aria-label={strings.people.cancel}
        title={strings.people.cancel}
        onClick={onDone}
      >
        <CloseIcon />
      </button>
      <p id="rename-problem" class={problem.value ? 'field-problem' : ''} aria-live="assertive">
        {problem.value}
      </p>
    </form>
  );
}
