import './timeline.css';
import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { placeName } from '../parts/place-name.ts';
import { strings } from '../strings.ts';
import { moveByKey } from './arrow-keys.ts';
import { DayDivider, FreshDivider } from './dividers.tsx';
import { Invite } from './invite.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { MessageView } from './message.tsx';
import { type Row, timelineRows } from './rows.ts';
import { useSession } from './session.ts';
import { useKeeper } from './use-keeper.ts';

export function Timeline() {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useSignal(true);
  const rows = useComputed(() => timelineRows(session.state.value, session.unread.line.value));
  const keeper = useKeeper(session, scroller, list, isAtEnd);
  return (
    <div class="timeline">
      <div
        ref={scroller}
        class="timeline-scroller"
        role="log"
        aria-live="off"
        aria-label={strings.messages.log}
        onKeyDown={(event) => moveByKey(event, session)}
      >
        <div class="timeline-column">
          <TimelineStart />
          <div ref={list} class="timeline-rows">
            {rows.value.map((row) => (
              <RowView key={row.key} row={row} />
            ))}
          </div>
        </div>
      </div>
      {!isAtEnd.value && <JumpToLatest onJump={() => keeper.current?.goToEnd()} />}
    </div>
  );
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
  const { room, state, isRead, isPreview } = useSession();
  const { messages, pending, hasOlder } = state.value;
  if (hasOlder) return isPreview.value ? null : <p class="timeline-note">{strings.messages.older}</p>;
  if (messages.length > 0 && isRead.value) {
    return <p class="timeline-note">{strings.messages.beginning(placeName(room))}</p>;
  }
  return isRead.value && pending.length === 0 ? <Invite room={room} /> : null;
}
