import { useEffect } from 'preact/hooks';
import { isPrivate } from '../parts/place-name.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** The tab's title: the room, and how many messages it has that were not seen. */
export function TabTitle() {
  const { room, unread } = useSession();
  const name = isPrivate(room) ? strings.header.privateRoom : room;
  const count = unread.count.value;
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${name} · ${strings.app}`;
  }, [count, name]);
  return null;
}
