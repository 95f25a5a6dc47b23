import './invite-sheet.css';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { InviteIcon } from '../parts/later-icons.tsx';
import { placeName } from '../parts/place-name.ts';
import { strings } from '../strings/strings.ts';
import { InviteWays } from './invite-ways.tsx';
import { useSession } from './session.ts';

const SHEET = 'invite-sheet';

/** Under its button; on a phone at the foot of the page. */
export function InviteButton({ room }: { room: string }) {
  const isFilled = useSignal(false);
  const title = useRef<HTMLHeadingElement>(null);
  // Filled before it is seen, and emptied only when the browser has given the focus back to the button.
  const toggling = ({ newState }: Pick<ToggleEvent, 'newState'>) => {
    if (newState === 'open') isFilled.value = true;
  };
  const toggled = ({ newState }: Pick<ToggleEvent, 'newState'>) => {
    if (newState === 'open') title.current?.focus();
    else isFilled.value = false;
  };
  return (
    <>
      <button type="button" class="button room-invite" popovertarget={SHEET} aria-haspopup="dialog">
        <InviteIcon />
        <span class="room-invite-word">{strings.header.invite}</span>
      </button>
      <div
        id={SHEET}
        class="invite-sheet"
        popover="auto"
        role="dialog"
        aria-labelledby="invite-title"
        onBeforeToggle={toggling}
        onToggle={toggled}
      >
        <h2 ref={title} id="invite-title" class="invite-title" tabIndex={-1}>
          {strings.header.inviteTo(placeName(room, useSession().title.value))}
        </h2>
        {isFilled.value && <InviteWays room={room} />}
      </div>
    </>
  );
}
