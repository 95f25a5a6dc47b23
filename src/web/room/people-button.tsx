import './people-button.css';
import { Avatar } from '../parts/avatar.tsx';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

const FACES = 2;

/** As wide before anybody is known as with one face, two, or one and a count: the room's name and what stands beside it stay where they are. */
export function PeopleButton({ onOpen }: { onOpen: () => void }) {
  const { members, count } = useSession().state.value;
  const isCrowd = count > FACES;
  return (
    <button type="button" class="room-people" aria-haspopup="dialog" onClick={onOpen}>
      <span class="visually-hidden">{strings.header.people}</span>
      {members.length === 0 && <span class="room-nobody" />}
      {members.slice(0, isCrowd ? 1 : FACES).map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} />
      ))}
      {isCrowd && (
        <span class="room-people-count" aria-hidden="true">
          {strings.figure(count)}
        </span>
      )}
    </button>
  );
}
