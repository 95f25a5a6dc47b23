import { useEffect, useRef } from 'preact/hooks';
import { titleName } from '../parts/place-name.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** The tab's title and icon: the room, and how many messages it has that were not seen, more loudly where some are for us. */
export function TabTitle() {
  const { room, unread, way, title: given } = useSession();
  const name = titleName(room, given.value);
  const count = unread.count.value;
  const forUs = unread.forUs.value;
  const missed = count > 0 && `(${strings.figure(count)}${way.hasAllUnread.value ? '' : '+'})`;
  useEffect(() => {
    document.title = title(name, missed, forUs);
  }, [name, missed, forUs]);
  const hadBadge = useRef(false);
  useEffect(() => {
    if (count === 0 && !hadBadge.current) return;
    hadBadge.current = true;
    import('../parts/badge.ts').then(({ showBadge }) => showBadge(room, count, forUs)).catch(() => {});
  }, [room, count, forUs]);
  return null;
}

/** "@1 (3) book-club · Parlor". */
function title(room: string, missed: string | false, forUs: number): string {
  return [forUs > 0 && `@${strings.figure(forUs)}`, missed, `${room} · ${strings.app}`]
    .filter(Boolean)
    .join(' ');
}
