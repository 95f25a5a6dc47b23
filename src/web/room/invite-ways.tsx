import './invite-ways.css';
import { ShareIcon } from '../parts/later-icons.tsx';
import { lazyView } from '../parts/lazy-view.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { roomLink } from './copy.ts';
import { CopyButton, CopyText } from './copy-field.tsx';

const QrCode = lazyView(async () => (await import('./qr-code.tsx')).QrCode);

/** How the room's link gets to somebody else, and who can read here once it has. */
export function InviteWays({ room }: { room: string }) {
  const url = roomLink(room);
  return (
    <div class="invite-all">
      <div class="invite-qr">
        <QrCode text={url} label={laterStrings.invite.qr(decodeURI(url))} />
      </div>
      <CopyText class="invite-link" aria-label={laterStrings.invite.link} text={decodeURI(url)} />
      <div class="invite-ways">
        <CopyButton text={url} name={laterStrings.invite.copy} isMain />
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
