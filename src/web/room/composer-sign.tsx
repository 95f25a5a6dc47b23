import './composer-sign.css';
import { useComputed, useSignalEffect } from '@preact/signals';
import { LockIcon } from '../parts/icons.tsx';
import { WarningIcon } from '../parts/later-icons.tsx';
import { strings } from '../strings/strings.ts';
import { SIGN } from './composer-text.tsx';
import { useSession } from './session.ts';

/** Says who alone will see what is written, and lets it be for everybody instead; not while an edit keeps its readers. */
export function PrivateSign() {
  const { composer, notice } = useSession();
  const sentence = useComputed(() => signOf(composer.purpose.value.kind, composer.readers.value)).value;
  useSignalEffect(() => {
    const readers = composer.readers.value;
    if (readers) notice.whisper(signOf(composer.purpose.value.kind, readers) ?? '');
  });
  if (!sentence) return null;
  return (
    <div class="composer-sign">
      <p id={SIGN}>
        <LockIcon />
        <strong>{sentence}</strong>
        <Absent />
      </p>
      {composer.purpose.value.kind !== 'edit' && (
        <button type="button" class="button-text" onClick={() => composer.writeToAll()}>
          {strings.composer.toAllInstead}
        </button>
      )}
    </div>
  );
}

const signOf = (purpose: 'new' | 'reply' | 'edit', readers: string | undefined) =>
  readers && (purpose === 'edit' ? strings.composer.editingFor(readers) : strings.composer.onlyFor(readers));

/** Those who have left, or are not here yet: the message waits for them. Of a crowd it is not known. */
function Absent() {
  const { composer, state, names } = useSession();
  const { members, count, self } = state.value;
  const people = composer.purpose.value.kind === 'edit' ? [] : (composer.audience.value?.people ?? []);
  const absent = people.filter(({ id }) => !members.some((member) => member.id === id));
  if (!self || absent.length === 0 || count > members.length) return null;
  return <span>{strings.composer.absent(names.listOf(absent), absent.length)}</span>;
}

/** The text is addressed to a name that nobody here has: nothing was sent, and the person decides. */
export function NobodyOfThatName() {
  const session = useSession();
  const { composer, state } = session;
  const name = composer.nobody.value;
  if (name === undefined) return null;
  const { members, count, self } = state.value;
  const isSure = self !== undefined && count <= members.length;
  return (
    <div class="composer-sign composer-nobody" role="alert">
      <p id={SIGN}>
        <WarningIcon />
        <strong>{isSure ? strings.composer.nobody(name) : strings.composer.nobodyKnown(name)}</strong>
        <span>{strings.composer.notSent}</span>
      </p>
      <button
        type="button"
        class="button-text"
        onClick={() => {
          composer.send();
          composer.focus.value++;
        }}
      >
        {strings.composer.toAll}
      </button>
      <button type="button" class="button-text" onClick={() => composer.changeAddress()}>
        {strings.composer.change}
      </button>
    </div>
  );
}
