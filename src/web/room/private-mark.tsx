import './private-mark.css';
import type { MemberId } from '../../protocol/server-message.ts';
import { LockIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

/** That a message is private, and to whom; under a head that has said so it is only read aloud. */
export function PrivateMark({ to, isSeen }: { to: readonly MemberId[]; isSeen: boolean }) {
  const words = strings.messages.privateTo(useSession().names.list(to));
  return (
    <span class={isSeen ? 'private-mark' : 'visually-hidden'} title={words}>
      {isSeen && <LockIcon />}
      {words}
    </span>
  );
}
