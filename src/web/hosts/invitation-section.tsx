import { useSignal } from '@preact/signals';
import { lazyView } from '../parts/lazy-view.tsx';
import { momentName } from '../parts/times.ts';
import { CopyField } from '../room/copy-field.tsx';
import { useSession } from '../room/session.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { type Duration, minutesOf } from './duration.ts';
import { DurationField } from './duration-field.tsx';
import { makeInvitation } from './host-api.ts';
import { Section } from './section.tsx';

const QrCode = lazyView(async () => (await import('../room/qr-code.tsx')).QrCode);

/** H5. */
export function InvitationSection() {
  const { room, notice } = useSession();
  const duration = useSignal<Duration>({ amount: 1, unit: 'days' });
  const made = useSignal<Awaited<ReturnType<typeof makeInvitation>> | undefined>(undefined);
  const words = laterStrings.roomSettings;
  const make = async (event: Event) => {
    event.preventDefault();
    try {
      made.value = await makeInvitation(room, minutesOf(duration.value) ?? 1);
    } catch {
      notice.say(strings.actions.failed);
    }
  };
  return (
    <Section title={words.invitation}>
      <p class="host-hint">{words.invitationHint}</p>
      <form class="host-with-button host-make" onSubmit={(event) => void make(event)}>
        <DurationField duration={duration} />
        <button type="submit" class="button">
          {words.make}
        </button>
      </form>
      {made.value && (
        <div class="host-section" aria-live="polite">
          <div class="host-qr">
            <QrCode text={made.value.url} label={words.linkQr} />
          </div>
          <CopyField label={words.link} text={made.value.url} copyName={words.copy} />
          <p class="host-hint">{words.until(momentName(made.value.until))}</p>
        </div>
      )}
    </Section>
  );
}
