import { useSignal } from '@preact/signals';
import { isPrivateRoom, PRIVATE_PREFIX } from '../../protocol/room-name.ts';
import { forget } from '../parts/forget.ts';
import { whyNot } from '../parts/refusals.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { Section } from './section.tsx';

const LETTERS = 4;

/** What has to be typed: nobody should have to copy the key that a private room's name is. */
const wordOf = (room: string) =>
  isPrivateRoom(room) ? room.slice(PRIVATE_PREFIX.length, PRIVATE_PREFIX.length + LETTERS) : room;

/** H10: for good. */
export function DestroySection() {
  const session = useSession();
  const typed = useSignal('');
  const { room } = session;
  const word = wordOf(room);
  const words = laterStrings.roomSettings;
  const destroy = async (event: Event) => {
    event.preventDefault();
    if (typed.value.trim() !== word) return;
    const problem = await whyNot(session.host({ type: 'destroy', room }));
    // A room that is gone answers nothing any more.
    if (session.isOver.value) forget(room);
    else if (problem !== undefined) session.notice.say(problem);
  };
  return (
    <Section title={words.destroy}>
      <form class="host-form" onSubmit={(event) => void destroy(event)}>
        <p class="host-hint">{words.destroyHint(word)}</p>
        <span class="host-with-button">
          <input
            class="field"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-label={words.destroyWord}
            value={typed.value}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
          <button type="submit" class="button button-grave" disabled={typed.value.trim() !== word}>
            {words.destroyGo}
          </button>
        </span>
      </form>
    </Section>
  );
}
