import { roomFromPage } from '../protocol/room-name.ts';
import { lazyView } from './parts/lazy-view.tsx';
import { NeedsReload } from './parts/needs-reload.tsx';
import { RoomPage } from './room/room-page.tsx';
import { NoRoom } from './start/no-room.tsx';

const AdminPage = lazyView(async () => (await import('./admin/admin-page.tsx')).loadAdminPage());
const FocusKeeper = lazyView(async () => (await import('./parts/focus-keeper.tsx')).FocusKeeper);
const StartPage = lazyView(async () => (await import('./start/start-page.tsx')).loadStartPage());

export const App = ({ path }: { path: string }) => (
  <>
    {pageAt(path)}
    <FocusKeeper />
  </>
);

/** Each page is a document of its own: the path does not change while one is open. */
function pageAt(path: string) {
  if (path === '/') return [<StartPage />, <NeedsReload />];
  if (path === '/admin') return [<AdminPage />, <NeedsReload />];
  const room = roomFromPage(path);
  return room ? <RoomPage room={room} /> : <NoRoom why="name" />;
}
