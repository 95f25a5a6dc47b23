import './start-page.css';
import { useSignal } from '@preact/signals';
import { canonicalRoomName, roomPath } from '../../protocol/room-name.ts';
import { FieldLine, FieldSaid } from '../parts/field-line.tsx';
import { SettingsButton } from '../settings/settings-button.tsx';
import { laterWords } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { createPrivateRoom } from './create-room.ts';
import { RecentRooms } from './recent-rooms.tsx';
import { words, wordsThere } from './words.ts';

/** The page, once it has the words to speak. */
export async function loadStartPage() {
  await Promise.all([wordsThere, laterWords]);
  return StartPage;
}

function StartPage() {
  return (
    <main class="start">
      <header>
        <div class="start-top">
          <p class="start-mark">
            <img src="/favicon.svg" alt="" width="32" height="32" />
            {strings.app}
          </p>
          <SettingsButton />
        </div>
        <h1 class="start-promise">{words.promise}</h1>
        <p class="start-how">{words.how}</p>
      </header>
      <OpenRoom />
      <NewPrivateRoom />
      <RecentRooms />
    </main>
  );
}

function OpenRoom() {
  const name = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const open = (event: Event) => {
    event.preventDefault();
    const room = canonicalRoomName(name.value.trim());
    if (room) location.assign(roomPath(room));
    else problem.value = whyNot(name.value);
  };
  return (
    <form class="start-open" onSubmit={open} noValidate>
      <FieldLine
        id="room"
        label={words.room}
        input={{
          placeholder: words.example,
          autocomplete: 'off',
          autocapitalize: 'none',
          spellcheck: false,
          enterkeyhint: 'go',
          dir: 'auto',
          'aria-invalid': problem.value !== undefined,
          value: name.value,
          onInput: (event) => {
            name.value = event.currentTarget.value;
            problem.value = undefined;
          },
        }}
      >
        <button type="submit" class="button button-main">
          {words.open}
        </button>
      </FieldLine>
      <FieldSaid id="room" problem={problem.value} live="polite" />
    </form>
  );
}

function NewPrivateRoom() {
  const isMaking = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const make = async () => {
    isMaking.value = true;
    problem.value = undefined;
    const made = await createPrivateRoom();
    if ('room' in made) return location.assign(roomPath(made.room));
    isMaking.value = false;
    problem.value = made.problem;
  };
  return (
    <div class="start-private">
      <button type="button" class="button" disabled={isMaking.value} onClick={() => void make()}>
        {isMaking.value ? words.creating : words.create}
      </button>
      <p class={problem.value ? 'field-problem' : ''} aria-live="polite">
        {problem.value ?? words.createHint}
      </p>
    </div>
  );
}

/** Why a name is none, and one that would do where it is not far away. */
function whyNot(name: string): string {
  if (name.trim() === '') return words.noName;
  const near = canonicalRoomName(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, ''));
  return [strings.errors.bad_room, near && words.suggestion(near)].filter(Boolean).join(' ');
}
