import './invite.css';
import { CheckIcon, CopyIcon, ShareIcon } from '../parts/icons.tsx';
import { strings } from '../strings.ts';
import { roomLink, useCopied } from './copy.ts';

/** What a room shows in which nobody has said anything. */
export function Invite({ room }: { room: string }) {
  const url = roomLink(room);
  const [isCopied, copy] = useCopied(url);
  return (
    <section class="invite" aria-labelledby="invite-heading">
      <h2 id="invite-heading" class="invite-heading">
        {strings.invite.heading}
      </h2>
      <p>{strings.invite.how}</p>
      <input
        class="field invite-link"
        readOnly
        aria-label={strings.invite.link}
        value={decodeURI(url)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="invite-ways">
        <button type="button" class="button button-main" onClick={copy}>
          {isCopied ? <CheckIcon /> : <CopyIcon />}
          {isCopied ? strings.invite.copied : strings.invite.copy}
        </button>
        {'share' in navigator && (
          <button type="button" class="button" onClick={() => void share(room, url)}>
            <ShareIcon />
            {strings.invite.share}
          </button>
        )}
      </div>
      <p class="invite-kept">{strings.invite.kept}</p>
    </section>
  );
}

/** Turned away by the person, the share sheet rejects; there is nothing to say about it. */
const share = (title: string, url: string) => navigator.share({ title, url }).catch(() => {});
