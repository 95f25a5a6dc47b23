import { useEffect } from 'preact/hooks';
import { PRIVATE_PREFIX } from '../../protocol/room-name.ts';
import { strings } from '../strings.ts';
import { useSession } from './session.ts';

/** The tab's title: the room, and how many messages it has that were not seen. */
export function TabTitle() {
  const { room, unread } = useSession();
  const name = room.startsWith(PRIVATE_PREFIX) ? strings.header.privateRoom : room;
  const count = unread.count.value;
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${name} · ${strings.app}`;
  }, [count, name]);
  return null;
}
