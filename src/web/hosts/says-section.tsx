import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { limits } from '../../protocol/limits.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { act } from './act.ts';
import { Section } from './section.tsx';
import { TextField } from './text-field.tsx';

/** H4: the title, and what is said to whoever comes. */
export function SaysSection() {
  const session = useSession();
  const { settings } = session.state.value;
  const title = useTyped(settings.title);
  const welcome = useTyped(settings.welcome);
  const isSaved = useSignal(false);
  const words = laterStrings.roomSettings;
  const save = async (event: Event) => {
    event.preventDefault();
    isSaved.value = await act(session, {
      type: 'settings',
      ...(title.value !== (settings.title ?? '') && { title: title.value }),
      ...(welcome.value !== (settings.welcome ?? '') && { welcome: welcome.value }),
    });
  };
  return (
    <Section title={words.says}>
      <form class="host-form" onSubmit={(event) => void save(event)} onInput={() => (isSaved.value = false)}>
        <TextField label={words.name} text={title} maxLength={limits.titleLength} />
        <label class="host-label">
          {words.welcome}
          <textarea
            class="field host-text"
            rows={3}
            maxLength={limits.welcomeLength}
            dir="auto"
            value={welcome.value}
            onInput={(event) => (welcome.value = event.currentTarget.value)}
          />
        </label>
        <div class="host-buttons">
          <p class="host-hint" aria-live="polite">
            {isSaved.value && words.saved}
          </p>
          <button type="submit" class="button">
            {words.save}
          </button>
        </div>
      </form>
    </Section>
  );
}

/** A text as the room has it, also when another owner changes it, until something else is typed. */
function useTyped(present = ''): Signal<string> {
  const text = useSignal(present);
  const last = useRef(present);
  useLayoutEffect(() => {
    if (text.value === last.current) text.value = present;
    last.current = present;
  }, [present]);
  return text;
}
