import './jump-to-latest.css';
import { DownIcon, ReplyIcon } from '../parts/later-icons.tsx';
import { isTouch } from '../parts/media.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

export function JumpToLatest() {
  const session = useSession();
  const count = session.unread.count.value;
  const isAll = session.way.hasAllUnread.value;
  const { latest, below, fresh } = strings.messages;
  return (
    <>
      <button
        type="button"
        class="button jump"
        aria-describedby="jump-count"
        onClick={() => {
          session.way.showLatest();
          // The button goes, and what one does there next is to answer.
          if (!isTouch.value) session.composer.focus.value++;
        }}
      >
        <DownIcon />
        {latest}
        {count > 0 && (
          <span class="jump-count" aria-hidden="true">
            {count}
            {!isAll && '+'}
          </span>
        )}
      </button>
      <span id="jump-count" hidden>
        {count > 0 && (isAll ? below(count) : fresh)}
      </span>
    </>
  );
}

/** To the message from which one went to another. */
export function JumpBack() {
  const session = useSession();
  return (
    <button type="button" class="button jump" onClick={() => session.way.goBack()}>
      <ReplyIcon />
      {strings.messages.back}
    </button>
  );
}
