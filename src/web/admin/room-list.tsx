import './room-list.css';
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { ListedRoom, Listing } from '../../protocol/listing.ts';
import type { Deployment } from './deployment.ts';
import { RoomCard } from './room-card.tsx';
import { type Asked, RoomQuestion } from './room-question.tsx';
import { words } from './words.ts';

interface RoomListProps {
  deployment: Deployment;
  listing: Listing;
}

/** Wide a table, narrow a card each. To search is to look among these; Enter asks for those that are not among them. */
export function RoomList({ deployment, listing: { rooms, more } }: RoomListProps) {
  const search = useSignal('');
  const asked = useSignal<Asked | undefined>(undefined);
  const done = useSignal('');
  const title = useRef<HTMLHeadingElement>(null);
  const part = search.value.trim().normalize('NFKC').toLowerCase();
  const shown = rooms.filter(({ room }) => room.includes(part));
  const carryOut = async ({ what, room }: Asked, name: string) => {
    asked.value = undefined;
    if (what !== 'remove') return void deployment.lock(room.room, what === 'lock');
    if (!(await deployment.delete(room.room))) return;
    done.value = words.removed(name);
    title.current?.focus();
  };
  return (
    <section aria-labelledby="rooms-title">
      <Top search={search} title={title} onAsk={() => void deployment.search(search.value.trim())} />
      <p class="visually-hidden" aria-live="polite">
        {done.value}
      </p>
      <Heads />
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari takes a list for none */}
      <ul role="list" class="rooms-list" aria-labelledby="rooms-title">
        {shown.map((room: ListedRoom) => (
          <RoomCard
            key={room.room}
            room={room}
            onAsk={(what) => {
              asked.value = { what, room };
            }}
            onSave={() => void deployment.save(room.room)}
          />
        ))}
      </ul>
      {shown.length === 0 && (
        <p class="rooms-none">{part === '' ? words.none : words.notFound(search.value.trim())}</p>
      )}
      {more && <p class="rooms-none">{words.more(rooms.length)}</p>}
      {asked.value && (
        <RoomQuestion
          asked={asked.value}
          onClose={() => {
            asked.value = undefined;
          }}
          onYes={carryOut}
        />
      )}
    </section>
  );
}

interface TopProps {
  search: Signal<string>;
  title: RefObject<HTMLHeadingElement | null>;
  onAsk: () => void;
}

function Top({ search, title, onAsk }: TopProps) {
  return (
    <form
      class="rooms-top"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      <h2 ref={title} id="rooms-title" class="rooms-title" tabIndex={-1}>
        {words.rooms}
      </h2>
      <input
        class="field"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={search.value}
        onInput={(event) => {
          search.value = event.currentTarget.value;
        }}
      />
    </form>
  );
}

/** For the eye alone: each figure of a room has its name beside it. */
function Heads() {
  const { room, members, messages, storage, active, requests, rows, cost } = words;
  return (
    <div class="rooms-heads" aria-hidden="true">
      {[room, members, messages, storage, active, requests, rows, cost].map((head) => (
        <span key={head}>{head}</span>
      ))}
    </div>
  );
}
