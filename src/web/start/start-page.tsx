import './start-page.css';
import { useSignal } from '@preact/signals';
import { canonicalRoomName, roomPath } from '../../protocol/room-name.ts';
import { FieldLine, FieldSaid } from '../parts/field-line.tsx';
import { SettingsButton } from '../settings/settings-button.tsx';
import { laterWords } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { createPrivateRoom } from './create-room.ts';
import { type PastedLink, readLink } from './pasted-link.ts';
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
    const led = whereTo(name.value.trim());
    if ('address' in led) location.assign(led.address);
    else problem.value = led.problem;
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
    if ('address' in made) return location.assign(made.address);
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

type Led = { readonly address: string } | { readonly problem: string };

/** To the room of that name, or where a link leads that was pasted in place of one. */
function whereTo(text: string): Led {
  const link = readLink(text, location);
  if (link) return linkLeads(link);
  const room = canonicalRoomName(text);
  return room ? { address: roomPath(room) } : { problem: whyNot(text) };
}

function linkLeads({ host, address }: PastedLink): Led {
  if (host !== location.host) return { problem: words.elsewhere(host) };
  return address === undefined ? { problem: words.noRoomLink } : { address };
}

/** Why a name is none, and one that would do where it is not far away. */
function whyNot(name: string): string {
  if (name === '') return words.noName;
  const near = canonicalRoomName(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, ''));
  return [strings.errors.bad_room, near && words.suggestion(near)].filter(Boolean).join(' ');
}
