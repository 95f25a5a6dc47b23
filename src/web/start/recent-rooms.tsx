import './recent-rooms.css';
import { useRef } from 'preact/hooks';
import { isPrivateRoom, roomPath } from '../../protocol/room-name.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { CloseIcon, LockIcon } from '../parts/icons.tsx';
import { forget, kept } from '../parts/kept.ts';
import { listedName } from '../parts/place-name.ts';
import { timeAgo } from '../parts/times.ts';
import { strings } from '../strings/strings.ts';
import { roomNews } from './room-news.ts';
import { useNews } from './use-news.ts';

export function RecentRooms() {
  const list = useRef<HTMLUListElement>(null);
  // Nothing changes its place under a finger.
  const rooms = useNews(() => !list.current?.matches(':hover, :focus-within')).value;
  if (rooms.length === 0) return null;
  return (
    <section class="recent">
      <h2 id="recent-title" class="recent-title">
        {strings.start.recent}
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul ref={list} role="list" aria-labelledby="recent-title">
        {rooms.map((room) => (
          <RecentRoom key={room} room={room} />
        ))}
      </ul>
    </section>
  );
}

function RecentRoom({ room }: { room: string }) {
  const name = listedName(room);
  const news = roomNews.value.get(room);
  return (
    <li class="recent-room">
      <a href={roomPath(room)}>
        {isPrivateRoom(room) && <LockIcon />}
        <span class="recent-name">
          <bdi>{name}</bdi> <Times room={room} />
        </span>
        {news && news.count > 0 && (
          <span class="recent-fresh">{strings.start.fresh(news.count, news.isMore)}</span>
        )}
      </a>
      <IconButton name={strings.start.forget(name)} onClick={() => forget(room)}>
        <CloseIcon />
      </IconButton>
    </li>
  );
}

/** When somebody last said something; of a private room also when we were there, which tells it from others. */
function Times({ room }: { room: string }) {
  const now = Date.now();
  const [activeAt, visitedAt] = [kept.activeAt(room), kept.visitedAt(room)];
  const words = [
    activeAt > 0 && strings.start.active(timeAgo(activeAt, now)),
    visitedAt > 0 && isPrivateRoom(room) && strings.start.visited(timeAgo(visitedAt, now)),
  ].filter(Boolean);
  return words.length > 0 ? <small class="recent-times">{words.join(' · ')}</small> : null;
}
