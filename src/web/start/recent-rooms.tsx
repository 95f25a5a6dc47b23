import './recent-rooms.css';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { isPrivateRoom, roomPath } from '../../protocol/room-name.ts';
import { lossesOf } from '../parts/forget.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { LockIcon } from '../parts/icons.tsx';
import { kept } from '../parts/kept.ts';
import { CloseIcon } from '../parts/later-icons.tsx';
import { listedName } from '../parts/listed-name.ts';
import { timeAgo } from '../parts/times.ts';
import { ForgetSheet } from './forget-sheet.tsx';
import { takeOff } from './recent.ts';
import { roomNews } from './room-news.ts';
import { useNews } from './use-news.ts';
import { words } from './words.ts';

export function RecentRooms() {
  const list = useRef<HTMLUListElement>(null);
  // Nothing changes its place under a finger.
  const rooms = useNews(() => !list.current?.matches(':hover, :focus-within')).value;
  if (rooms.length === 0) return null;
  return (
    <section class="recent">
      <h2 id="recent-title" class="recent-title">
        {words.recent}
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul ref={list} role="list" aria-labelledby="recent-title">
        {rooms.map((room) => (
          <RecentRoom key={room} room={room} title={kept.title(room)} />
        ))}
      </ul>
    </section>
  );
}

function RecentRoom({ room, title }: { room: string; title: string | undefined }) {
  const name = listedName(room, title);
  const isAsked = useSignal(false);
  const news = roomNews.value.get(room);
  return (
    <li class="recent-room">
      <a href={roomPath(room)}>
        {isPrivateRoom(room) && <LockIcon />}
        <span class="recent-name">
          <bdi>{name}</bdi> <Times room={room} />
        </span>
        {news && news.count > 0 && <span class="recent-fresh">{words.fresh(news.count, news.isMore)}</span>}
      </a>
      <IconButton
        name={words.forget(name)}
        onClick={() => {
          isAsked.value = lossesOf(room).length > 0;
          if (!isAsked.value) takeOff(room);
        }}
      >
        <CloseIcon />
      </IconButton>
      {isAsked.value && <ForgetSheet room={room} name={name} onClose={() => (isAsked.value = false)} />}
    </li>
  );
}

/** When somebody last said something; of a private room also when we were there, which tells it from others. */
function Times({ room }: { room: string }) {
  const now = Date.now();
  const [activeAt, visitedAt] = [kept.activeAt(room), kept.visitedAt(room)];
  const told = [
    activeAt > 0 && words.active(timeAgo(activeAt, now)),
    visitedAt > 0 && isPrivateRoom(room) && words.visited(timeAgo(visitedAt, now)),
  ].filter(Boolean);
  return told.length > 0 ? <small class="recent-times">{told.join(' · ')}</small> : null;
}
