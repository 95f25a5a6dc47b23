import './recent-rooms.css';
import { roomPath } from '../../protocol/room-name.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { CloseIcon, LockIcon } from '../parts/icons.tsx';
import { forget, recentRooms } from '../parts/kept.ts';
import { isPrivate } from '../parts/place-name.ts';
import { strings } from '../strings.ts';

export function RecentRooms() {
  if (recentRooms.value.length === 0) return null;
  return (
    <section class="recent">
      <h2 id="recent-title" class="recent-title">
        {strings.start.recent}
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul role="list" aria-labelledby="recent-title">
        {recentRooms.value.map((room) => (
          <RecentRoom key={room} room={room} />
        ))}
      </ul>
    </section>
  );
}

function RecentRoom({ room }: { room: string }) {
  return (
    <li class="recent-room">
      <a href={roomPath(room)} dir="auto">
        {isPrivate(room) && <LockIcon />}
        <span>{room}</span>
      </a>
      <IconButton name={strings.start.forget(room)} onClick={() => forget(room)}>
        <CloseIcon />
      </IconButton>
    </li>
  );
}
