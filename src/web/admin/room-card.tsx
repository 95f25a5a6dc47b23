import type { ComponentChildren } from 'preact';
import type { ListedRoom } from '../../protocol/listing.ts';
import { isPrivateRoom, roomPath } from '../../protocol/room-name.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { LockIcon } from '../parts/icons.tsx';
import { BinIcon, SaveIcon } from '../parts/later-icons.tsx';
import { listedName } from '../parts/listed-name.ts';
import { exactTime, isoTime, timeAgo } from '../parts/times.ts';
import { Chart } from './chart.tsx';
import { count, dollars, size } from './figures.ts';
import { UnlockIcon } from './icons.tsx';
import { dollarsAMonth } from './prices.ts';
import type { Act } from './room-question.tsx';
import { thirtyDays } from './thirty-days.ts';
import { requestsOf, rowsOf } from './totals.tsx';
import { words } from './words.ts';

interface RoomCardProps {
  room: ListedRoom;
  onAsk: (what: Act) => void;
  onSave: () => void;
}

export function RoomCard({ room, onAsk, onSave }: RoomCardProps) {
  const name = listedName(room.room);
  return (
    <li class="room-card">
      <p class="room-card-name">
        {isPrivateRoom(room.room) && <LockIcon />}
        <a href={roomPath(room.room)} dir="auto" target="_blank" rel="noopener">
          {name}
        </a>
        {room.isLocked && <span class="room-locked">{words.locked}</span>}
      </p>
      <Figures room={room} />
      <div class="room-tools">
        <IconButton name={words.save(name)} onClick={onSave}>
          <SaveIcon />
        </IconButton>
        {room.isLocked ? (
          <IconButton name={words.unlock(name)} onClick={() => onAsk('unlock')}>
            <UnlockIcon />
          </IconButton>
        ) : (
          <IconButton name={words.lock(name)} onClick={() => onAsk('lock')}>
            <LockIcon />
          </IconButton>
        )}
        <IconButton name={words.remove(name)} onClick={() => onAsk('remove')}>
          <BinIcon />
        </IconButton>
      </div>
    </li>
  );
}

function Figures({ room: { members, head, bytes, activeAt, days } }: { room: ListedRoom }) {
  const now = Date.now();
  const all = thirtyDays(days, now);
  return (
    <dl>
      <Figure name={words.members}>{count(members)}</Figure>
      <Figure name={words.messages}>{count(head)}</Figure>
      <Figure name={words.storage}>{size(bytes)}</Figure>
      <Figure name={words.active} class="room-figure room-active">
        <time dateTime={isoTime(activeAt)} title={exactTime(activeAt)}>
          {timeAgo(activeAt, now)}
        </time>
      </Figure>
      <Figure name={words.requests} class="room-chart">
        <Chart name={words.requests} days={all} of={requestsOf} />
      </Figure>
      <Figure name={words.rows} class="room-chart">
        <Chart name={words.rows} days={all} of={rowsOf} />
      </Figure>
      <Figure name={words.cost} class="room-figure room-cost">
        {dollars(dollarsAMonth(days, bytes))}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  name: string;
  class?: string;
  children: ComponentChildren;
}

function Figure({ name, class: kind = 'room-figure', children }: FigureProps) {
  return (
    <div class={kind}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
