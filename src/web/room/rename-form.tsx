import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { errorSentences } from '../../protocol/codes.ts';
import { displayName } from '../../protocol/display-name.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { CheckIcon, CloseIcon } from '../parts/icons.tsx';
import { strings } from '../strings.ts';
import { useSession } from './session.ts';

export function RenameForm({ name, onDone }: { name: string; onDone: () => void }) {
  const session = useSession();
  const wanted = useSignal(name);
  const problem = useSignal<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const save = async (event: Event) => {
    event.preventDefault();
    const shown = displayName(wanted.value);
    if (!shown) problem.value = errorSentences.bad_name;
    else if (shown === name || (await session.rename(shown))) onDone();
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  };
  return (
    <form class="rename" onSubmit={(event) => void save(event)} onKeyDown={giveUp}>
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
