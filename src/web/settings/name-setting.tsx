import './name-setting.css';
import { useSignal } from '@preact/signals';
import { useContext, useEffect, useId } from 'preact/hooks';
import { kept } from '../parts/kept.ts';
import { useNewName } from '../parts/new-name.ts';
import { SessionContext } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';

/** In a room the name that one has there; elsewhere the one that will be asked for. */
export function NameSetting() {
  const session = useContext(SessionContext);
  const name = session?.state.value.self?.name ?? kept.name() ?? '';
  return <NameForm name={name} rename={session?.rename ?? keepName} hint={!session} />;
}

async function keepName(name: string): Promise<undefined> {
  kept.keepName(name);
}

interface NameFormProps {
  name: string;
  rename: (name: string) => Promise<string | undefined>;
  hint: boolean;
}

function NameForm({ name, rename, hint }: NameFormProps) {
  const id = useId();
  const isSaved = useSignal(false);
  const { wanted, problem, save } = useNewName({ name, rename, onDone: () => (isSaved.value = true) });
  useEffect(() => {
    wanted.value = name;
  }, [name]);
  return (
    <form onSubmit={save} noValidate>
      <label class="field-label" for={id}>
        {strings.people.name}
      </label>
      <div class="name-setting-line">
        <input
          id={id}
          class="field"
          autocomplete="nickname"
          enterkeyhint="done"
          aria-invalid={problem.value !== undefined}
          aria-describedby={`${id}-said`}
          value={wanted.value}
          onInput={(event) => {
            wanted.value = event.currentTarget.value;
            isSaved.value = false;
          }}
        />
        <button type="submit" class="button">
          {laterStrings.settings.save}
        </button>
      </div>
      <p id={`${id}-said`} class={problem.value ? 'field-problem' : 'name-setting-said'} aria-live="polite">
        {problem.value ??
          (isSaved.value ? laterStrings.settings.saved : hint && laterStrings.settings.nameHint)}
      </p>
    </form>
  );
}
