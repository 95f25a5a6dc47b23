import { roomLink } from '../room/copy.ts';
import { CopyButton, CopyField } from '../room/copy-field.tsx';
import { keyLink } from '../room/link-keys.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';

/** H2: what makes an owner, to be saved, and a link that takes it to another device. */
export function OwnerKey({ ownerKey }: { ownerKey: string }) {
  const { room } = useSession();
  const { keyHint, keyLabel, copyKey, copyKeyLink } = laterStrings.roomSettings;
  return (
    <div class="host-section">
      <p class="host-hint">{keyHint}</p>
      <CopyField label={keyLabel} text={ownerKey} copyName={copyKey} />
      <CopyButton text={keyLink(roomLink(room), 'key', ownerKey)} name={copyKeyLink} />
    </div>
  );
}
