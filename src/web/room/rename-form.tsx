import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../parts/icon-button.tsx';
import { CheckIcon } from '../parts/icons.tsx';
import { isComposing } from '../parts/is-composing.ts';
import { CloseIcon } from '../parts/later-icons.tsx';
import { useNewName } from '../parts/new-name.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

export function RenameForm({ name, onDone }: { name: string; onDone: () => void }) {
  const { rename } = useSession();
  const { wanted, problem, save } = useNewName({ name, rename, onDone });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
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
      <IconButton type="submit" name={strings.people.save}>
        <CheckIcon />
      </IconButton>
      <IconButton name={strings.people.cancel} onClick={onDone}>
        <CloseIcon />
      </IconButton>
      <p id="rename-problem" class={problem.value ? 'field-problem' : ''} aria-live="assertive">
        {problem.value}
      </p>
    </form>
  );
}
