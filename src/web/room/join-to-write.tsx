import './join-to-write.css';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** Stands in the composer's place for who has turned away from joining. */
export function JoinToWrite() {
  const { joinIsOpen } = useSession().door;
  return (
    <p class="composer-box composer-join">
      {strings.join.toWrite}
      <button type="button" class="button button-main" onClick={() => (joinIsOpen.value = true)}>
        {strings.join.join}
      </button>
    </p>
  );
}
