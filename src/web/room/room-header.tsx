import './room-header.css';
import { isPrivateRoom } from '../../protocol/room-name.ts';
import { LockIcon } from '../parts/icons.tsx';
import { titleName } from '../parts/place-name.ts';
import { strings } from '../strings/strings.ts';
import { HeaderTools } from './loaded-later.ts';
import { useSession } from './session.ts';

export function RoomHeader({ onPeople }: { onPeople: () => void }) {
  const session = useSession();
  return (
    <header class="room-header">
      <a class="room-home" href="/" aria-label={strings.header.home} title={strings.header.home}>
        <img src="/favicon.svg" alt="" width="28" height="28" />
      </a>
      <RoomName room={session.room} title={session.title.value} />
      <HeaderTools onPeople={onPeople} />
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
