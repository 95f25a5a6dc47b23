import './room-page.css';
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { isPrivateRoom } from '../../protocol/room-name.ts';
import { isRecent, kept } from '../parts/kept.ts';
import { dropSeen, lastSeen } from '../parts/last-seen.ts';
import { isWide } from '../parts/media.ts';
import { NeedsReload } from '../parts/needs-reload.tsx';
import { NoRoom } from '../start/no-room.tsx';
import { ComposerView } from './composer.tsx';
import { keyInAddress, takeKeys } from './link-keys.ts';
import {
  Alerts,
  Announcer,
  ConnectionStatus,
  HostSheet,
  JoinDialog,
  PeopleAside,
  PeopleSheet,
  RoomKeys,
  WelcomeNote,
} from './loaded-later.ts';
import { addressedSeq, useMessageAddress } from './message-address.ts';
import { firstPage, isIssued } from './preview.ts';
import { RoomHeader } from './room-header.tsx';
import { RoomSession, SessionContext } from './session.ts';
import { TabTitle } from './tab-title.tsx';
import { Timeline } from './timeline.tsx';

export function RoomPage({ room }: { room: string }) {
  const exists = useSignal<boolean | undefined>(isPrivateRoom(room) && !isRecent(room) ? undefined : true);
  useEffect(() => {
    if (isPrivateRoom(room)) void isIssued(room).then((answer) => (exists.value = answer));
  }, [room]);
  useSignalEffect(() => {
    if (exists.value === false) void dropSeen(room);
  });
  if (exists.value === undefined) return null;
  return exists.value ? <Room room={room} /> : <NoRoom why="issued" />;
}

function Room({ room }: { room: string }) {
  const session = useMemo(() => begin(room), [room]);
  const sheetIsOpen = useSignal(false);
  useVisit(session);
  useMessageAddress(session);
  useSignalEffect(() => {
    if (isWide.value) sheetIsOpen.value = false;
  });
  return (
    <SessionContext.Provider value={session}>
      <TabTitle />
      <Alerts />
      <div class="room">
        <RoomHeader onPeople={() => (sheetIsOpen.value = true)} />
        <main class="room-main">
          <ConnectionStatus />
          <NeedsReload />
          {session.state.value.settings.welcome && <WelcomeNote />}
          <Timeline />
          <ComposerView />
        </main>
        {isWide.value && session.selfId.value && <PeopleAside />}
      </div>
      {sheetIsOpen.value && <PeopleSheet onClose={() => (sheetIsOpen.value = false)} />}
      <JoinDialog />
      {session.hostSheet.value && <HostSheet />}
      <Announcer />
      <RoomKeys />
    </SessionContext.Provider>
  );
}

/**
 * Joins whoever has a name from an earlier visit, and meanwhile shows what they saw last; the others what there is to
 * read. Before anything is drawn, so that the room is asked before the views that come behind the messages are.
 */
function begin(room: string): RoomSession {
  takeKeys(room);
  const session = new RoomSession(room);
  const name = kept.name();
  if (name) session.join(name);
  const seq = addressedSeq(location.hash);
  const known = name ? lastSeen(room) : firstPage(room, seq);
  void known.then((page) => page && session.preview(page, seq));
  return session;
}

function useVisit(session: RoomSession): void {
  useEffect(() => {
    // The page that comes takes them: what this one knows may be gone with it.
    const withKeys = () => keyInAddress() && location.reload();
    const wake = () => document.visibilityState === 'visible' && session.wake();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', wake);
    window.addEventListener('offline', wake);
    window.addEventListener('pageshow', wake);
    window.addEventListener('hashchange', withKeys);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', wake);
      window.removeEventListener('pageshow', wake);
      window.removeEventListener('hashchange', withKeys);
      session.leave();
    };
  }, [session]);
}
