import { useSignal } from '@preact/signals';
import { useContext, useId, useLayoutEffect } from 'preact/hooks';
import { FieldLine, FieldSaid } from '../parts/field-line.tsx';
import { kept } from '../parts/kept.ts';
import { useNewName } from '../parts/new-name.ts';
import { SessionContext } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';

/** In a room the name that one has there; elsewhere the one that will be asked for. */
export function NameSetting() {
  const session = useContext(SessionContext);
  const name = session?.state.value.self?.name ?? kept.name() ?? '';
  return (
    <NameForm
      name={name}
      rename={session?.rename ?? keepName}
      hint={session ? '' : laterStrings.settings.nameHint}
    />
  );
}

async function keepName(name: string): Promise<undefined> {
  kept.keepName(name);
}

interface NameFormProps {
  name: string;
  rename: (name: string) => Promise<string | undefined>;
  hint: string;
}

function NameForm({ name, rename, hint }: NameFormProps) {
  const id = useId();
  const { saved } = laterStrings.settings;
  const isSaved = useSignal(false);
  const { wanted, problem, save } = useNewName({ name, rename, onDone: () => (isSaved.value = true) });
  // Before anybody can have typed: whatever is typed from then on is theirs.
  useLayoutEffect(() => {
    wanted.value = name;
  }, [name]);
  return (
    <form onSubmit={save} noValidate>
      <FieldLine
        id={id}
        label={strings.people.name}
        input={{
          autocomplete: 'nickname',
          enterkeyhint: 'done',
          'aria-invalid': problem.value !== undefined,
          value: wanted.value,
          onInput: (event) => {
            wanted.value = event.currentTarget.value;
            isSaved.value = false;
          },
        }}
      >
        <button type="submit" class="button">
          {laterStrings.settings.save}
        </button>
      </FieldLine>
      <FieldSaid id={id} problem={problem.value} hint={isSaved.value ? saved : hint} live="polite" />
    </form>
  );
}
