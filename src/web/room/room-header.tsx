import './room-header.css';
import { isPrivateRoom } from '../../protocol/room-name.ts';
import { Avatar } from '../parts/avatar.tsx';
import { LockIcon } from '../parts/icons.tsx';
import { isWide } from '../parts/media.ts';
import { titleName } from '../parts/place-name.ts';
import { strings } from '../strings/strings.ts';
import { HeaderTools, InviteButton } from './loaded-later.ts';
import { useSession } from './session.ts';

const FACES = 3;

export function RoomHeader({ onPeople }: { onPeople: () => void }) {
  const session = useSession();
  return (
    <header class="room-header">
      <a class="room-home" href="/" aria-label={strings.header.home} title={strings.header.home}>
        <img src="/favicon.svg" alt="" width="28" height="28" />
      </a>
      <RoomName room={session.room} title={session.title.value} />
      <HeaderTools />
      <InviteButton room={session.room} />
      {!isWide.value && <PeopleButton onOpen={onPeople} />}
    </header>
  );
}

/** Its name, where something else stands in its place, shows on demand. */
function RoomName({ room, title }: { room: string; title: string | undefined }) {
  const name = titleName(room, title);
  return (
    <h1 class="room-name" title={name === room ? undefined : room}>
      {isPrivateRoom(room) && <LockIcon />}
      <bdi>{name}</bdi>
    </h1>
  );
}

function PeopleButton({ onOpen }: { onOpen: () => void }) {
  const { members, count } = useSession().state.value;
  return (
    <button type="button" class="room-people" aria-haspopup="dialog" onClick={onOpen}>
      <span class="visually-hidden">{strings.header.people}</span>
      {members.slice(0, FACES).map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} />
      ))}
      {count > FACES && (
        <span class="room-people-count" aria-hidden="true">
          {strings.figure(count)}
        </span>
      )}
    </button>
  );
}
