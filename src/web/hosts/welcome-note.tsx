import './welcome-note.css';
import { useSignal } from '@preact/signals';
import { IconButton } from '../parts/icon-button.tsx';
import { CloseIcon } from '../parts/later-icons.tsx';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';

/** H4: what the hosts say to whoever comes; put away for this visit, or until they say something else. */
export function WelcomeNote() {
  const { state, isOver } = useSession();
  const { welcome } = state.value.settings;
  const dismissed = useSignal<string | undefined>(undefined);
  if (!welcome || isOver.value || dismissed.value === welcome) return null;
  return (
    <section class="welcome" aria-label={laterStrings.welcome.label}>
      <p dir="auto">{welcome}</p>
      <IconButton name={laterStrings.welcome.dismiss} onClick={() => (dismissed.value = welcome)}>
        <CloseIcon />
      </IconButton>
    </section>
  );
}
