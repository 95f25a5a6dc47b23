import './timeline.css';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isTouch } from '../parts/media.ts';
import { strings } from '../strings.ts';
import { moveByKey } from './arrow-keys.ts';
import { DayDivider, FreshDivider } from './dividers.tsx';
import { Invite } from './invite.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { MessageView } from './message.tsx';
import { type Row, timelineRows } from './rows.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import { type RoomSession, useSession } from './session.ts';

const LOAD_AHEAD = 800;

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
  const { room, state, isRead } = useSession();
  const { messages, pending, hasOlder } = state.value;
  if (hasOlder) return <p class="timeline-note">{strings.messages.older}</p>;
  if (messages.length > 0 && isRead.value) {
    return <p class="timeline-note">{strings.messages.beginning(room)}</p>;
  }
  return isRead.value && pending.length === 0 ? <Invite room={room} /> : null;
}

type Ref<T> = { current: T | null };

function useKeeper(
  session: RoomSession,
  scroller: Ref<HTMLDivElement>,
  list: Ref<HTMLDivElement>,
  isAtEnd: { value: boolean },
): { readonly current: ScrollKeeper | null } {
  const keeper = useRef<ScrollKeeper>(null);
  const isLoading = useRef(false);
  const state = session.state.value;
  const toEnd = session.toEnd.value;

  const loadOlder = () => {
    if (isLoading.current || !session.state.value.hasOlder || (keeper.current?.toStart ?? 0) > LOAD_AHEAD)
      return;
    isLoading.current = true;
    void session
      .loadOlder()
      .catch(() => {})
      .then(() => (isLoading.current = false));
  };
  const look = () => {
    if (!keeper.current) return;
    isAtEnd.value = keeper.current.isAtEnd;
    const { messages, self } = session.state.value;
    if (self)
      session.unread.update(messages, self.id, isAtEnd.value && document.visibilityState === 'visible');
    loadOlder();
  };

  useLayoutEffect(() => {
    if (!scroller.current || !list.current) return;
    keeper.current = new ScrollKeeper(scroller.current, list.current, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      keeper.current?.stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  useLayoutEffect(() => keeper.current?.goToEnd(), [toEnd]);
  useLayoutEffect(() => keeper.current?.hold(), [state]);
  useStartAtLine(session, keeper, list);
  return keeper;
}

/** Once, as the room opens: where new messages fill more than the window, the line above them is what is shown. */
function useStartAtLine(session: RoomSession, keeper: Ref<ScrollKeeper>, list: Ref<HTMLDivElement>): void {
  const isWelcomed = session.selfId.value !== undefined;
  useEffect(() => {
    if (!isWelcomed) return;
    const line = list.current?.querySelector('.divider-fresh');
    if (line && line.getBoundingClientRect().top < 80) keeper.current?.goTo(line);
    if (!isTouch.value) session.composer.focus.value++;
  }, [isWelcomed]);
}
