import type { ComponentChildren } from 'preact';
import type { ListedRoom } from '../../protocol/listing.ts';
import { isPrivateRoom, roomPath } from '../../protocol/room-name.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { BinIcon, LockIcon, SaveIcon } from '../parts/icons.tsx';
import { listedName } from '../parts/place-name.ts';
import { exactTime, isoTime, timeAgo } from '../parts/times.ts';
import type { Act } from './ask-sheet.tsx';
import { Chart } from './chart.tsx';
import { count, dollars, size } from './figures.ts';
import { UnlockIcon } from './icons.tsx';
import { dollarsAMonth } from './prices.ts';
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
      <div class="room-figure room-active">
        <dt>{words.active}</dt>
        <dd>
          <time dateTime={isoTime(activeAt)} title={exactTime(activeAt)}>
            {timeAgo(activeAt, now)}
          </time>
        </dd>
      </div>
      <div class="room-chart">
        <dt>{words.requests}</dt>
        <dd>
          <Chart name={words.requests} days={all} of={requestsOf} />
        </dd>
      </div>
      <div class="room-chart">
        <dt>{words.rows}</dt>
        <dd>
          <Chart name={words.rows} days={all} of={rowsOf} />
        </dd>
      </div>
      <Figure name={words.cost}>{dollars(dollarsAMonth(days, bytes))}</Figure>
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="room-figure">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
