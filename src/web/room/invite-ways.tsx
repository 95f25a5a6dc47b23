import './invite-ways.css';
import { CheckIcon } from '../parts/icons.tsx';
import { CopyIcon, ShareIcon } from '../parts/later-icons.tsx';
import { lazyView } from '../parts/lazy-view.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { roomLink, useCopied } from './copy.ts';

const QrCode = lazyView(async () => (await import('./qr-code.tsx')).QrCode);

/** How the room's link gets to somebody else, and who can read here once it has. */
export function InviteWays({ room }: { room: string }) {
  const [isCopied, copy] = useCopied(room);
  const url = roomLink(room);
  return (
    <div class="invite-all">
      <div class="invite-qr">
        <QrCode text={url} label={laterStrings.invite.qr(decodeURI(url))} />
      </div>
      <input
        class="field invite-link"
        readOnly
        aria-label={laterStrings.invite.link}
        value={decodeURI(url)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="invite-ways">
        <button type="button" class="button button-main" onClick={copy}>
          {isCopied ? <CheckIcon /> : <CopyIcon />}
          {isCopied ? laterStrings.invite.copied : laterStrings.invite.copy}
        </button>
        {'share' in navigator && (
          <button type="button" class="button" onClick={() => void share(room, url)}>
            <ShareIcon />
            {laterStrings.invite.share}
          </button>
        )}
      </div>
      <p class="invite-kept">{laterStrings.invite.kept}</p>
    </div>
  );
}

/** Turned away by the person, the share sheet rejects; there is nothing to say about it. */
const share = (title: string, url: string) => navigator.share({ title, url }).catch(() => {});
