import { kept } from '../parts/kept.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { OwnerKey } from './owner-key.tsx';

const TITLE = 'key-title';

/** Once, in a private room that was made here. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { room } = useSession();
  const { made, madeHint, later } = laterStrings.roomSettings;
  return (
    <Sheet titleId={TITLE} onClose={onClose}>
      {(close) => (
        <div class="manage">
          <h2 id={TITLE} class="sheet-title">
            {made}
          </h2>
          <p>{madeHint}</p>
          <OwnerKey ownerKey={kept.ownerKey(room) ?? ''} />
          <div class="host-buttons">
            <button type="button" class="button" onClick={close}>
              {later}
            </button>
          </div>
        </div>
      )}
    </Sheet>
  );
}
