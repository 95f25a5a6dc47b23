import './jump-to-latest.css';
import { DownIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

export function JumpToLatest({ onJump }: { onJump: () => void }) {
  const count = useSession().unread.count.value;
  return (
    <>
      <button type="button" class="button jump" aria-describedby="jump-count" onClick={onJump}>
        <DownIcon />
        {strings.messages.latest}
        {count > 0 && (
          <span class="jump-count" aria-hidden="true">
            {count}
          </span>
        )}
      </button>
      <span id="jump-count" hidden>
        {count > 0 && strings.messages.below(count)}
      </span>
    </>
  );
}
