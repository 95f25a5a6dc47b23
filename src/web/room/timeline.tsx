import './timeline.css';
import { useComputed, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { placeName } from '../parts/place-name.ts';
import { strings } from '../strings/strings.ts';
import { DayDivider, FreshDivider } from './dividers.tsx';
import { Invite, JumpBack, JumpToLatest } from './loaded-later.ts';
import { MessageView } from './message.tsx';
import { RowWindow } from './row-window.ts';
import { type Row, timelineRows } from './rows.ts';
import { type RoomSession, useSession } from './session.ts';
import { useKeeper } from './use-keeper.ts';

export function Timeline() {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useSignal(true);
  const rows = useRowWindow(session);
  useKeeper({ session, rows, scroller, list, isAtEnd });
  return (
    <div class="timeline">
      <div
        ref={scroller}
        class="timeline-scroller"
        role="log"
        aria-live="off"
        aria-label={strings.messages.log}
        tabIndex={-1}
      >
        <div class="timeline-column">
          {!session.isRead.value && !session.isOver.value && <div class="timeline-loading" />}
          {rows.reachesStart.value && <TimelineStart />}
          <div ref={list} class="timeline-rows">
            {rows.shown.value.map((row) => (
              <RowView key={row.key} row={row} />
            ))}
          </div>
          {rows.reachesEnd.value && session.isPast.value && (
            <p class="timeline-note">{strings.messages.newer}</p>
          )}
        </div>
      </div>
      <div class="timeline-jumps">
        {session.way.trail.value.length > 0 && <JumpBack />}
        {!isAtEnd.value && <JumpToLatest />}
      </div>
    </div>
  );
}

/** What is shown, by what it depends on: whoever comes or types moves no row. */
function useRowWindow(session: RoomSession): RowWindow {
  const messages = useComputed(() => session.shown.value.messages);
  const pending = useComputed(() => session.state.value.pending);
  const rows = useComputed(() =>
    timelineRows(
      messages.value,
      session.isPast.value ? [] : pending.value,
      session.selfId.value,
      session.unread.line.value,
    ),
  );
  return useMemo(() => new RowWindow(rows, session.isPast), [rows]);
}

function RowView({ row }: { row: Row }) {
  switch (row.kind) {
    case 'day':
      return <DayDivider at={row.at} />;
    case 'fresh':
      return <FreshDivider count={row.count} />;
    case 'entry':
      return <MessageView id={row.key} entry={row.entry} hasHead={row.hasHead} />;
  }
}

/** What stands above the first message: how to invite, that older ones are coming, or that this is the beginning. */
function TimelineStart() {
  const { room, title, state, shown, isRead, isPreview } = useSession();
  const { messages, hasOlder } = shown.value;
  if (hasOlder) return isPreview.value ? null : <p class="timeline-note">{strings.messages.older}</p>;
  if (messages.length > 0 && isRead.value) {
    return <p class="timeline-note">{strings.messages.beginning(placeName(room, title.value))}</p>;
  }
  return isRead.value && state.value.pending.length === 0 ? <Invite room={room} /> : null;
}
