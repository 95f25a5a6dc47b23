import { useSignal } from '@preact/signals';
import { kept } from '../parts/kept.ts';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { fetchOwnerKey } from './host-api.ts';
import { OwnerKey } from './owner-key.tsx';
import { Section } from './section.tsx';

/** H2: fetched when it is asked for, so that it does not stand on the screen by the way. */
export function KeySection() {
  const { room, notice } = useSession();
  const ownerKey = useSignal<string | undefined>(undefined);
  const { key, showKey } = laterStrings.roomSettings;
  const show = async () => {
    try {
      ownerKey.value = await fetchOwnerKey(room);
      kept.keepOwnerKey(room, ownerKey.value);
    } catch {
      notice.say(strings.actions.failed);
    }
  };
  return (
    <Section title={key}>
      {ownerKey.value ? (
        <OwnerKey ownerKey={ownerKey.value} />
      ) : (
        <div>
          <button type="button" class="button" onClick={() => void show()}>
            {showKey}
          </button>
        </div>
      )}
    </Section>
  );
}
