import { useEffect } from 'preact/hooks';
import { moveByKey } from './arrow-keys.ts';
import { actByKey } from './letter-keys.ts';
import { useSession } from './session.ts';

/** What keys do on a message that has the focus. Drawn as nothing, it comes when the messages stand: nobody is among them sooner. */
export function MessageKeys() {
  const session = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => moveByKey(event, session) || actByKey(event);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [session]);
  return null;
}
