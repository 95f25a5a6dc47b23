import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HostCommand } from '../../client/room-client.ts';
import { limits } from '../../protocol/limits.ts';
import type { Member } from '../../protocol/server-message.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { FOR_GOOD, minutesOf } from './duration.ts';
import { DurationField } from './duration-field.tsx';
import { TextField } from './text-field.tsx';

interface BanFormProps {
  member: Member;
  does: (command: HostCommand) => Promise<void>;
  onGiveUp: () => void;
}

/** H3. */
export function BanForm({ member, does, onGiveUp }: BanFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const duration = useSignal(FOR_GOOD);
  const reason = useSignal('');
  const isErased = useSignal(false);
  const { manage } = laterStrings;
  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), []);
  const ban = (event: Event) => {
    event.preventDefault();
    const minutes = minutesOf(duration.value);
    void does({
      type: 'ban',
      member: member.id,
      ...(minutes && { minutes }),
      ...(reason.value.trim() && { reason: reason.value }),
      ...(isErased.value && { erase: true }),
    });
  };
  return (
    <form ref={form} class="host-form" onSubmit={ban}>
      <DurationField duration={duration} mayBeForGood />
      <TextField label={manage.reason} text={reason} maxLength={limits.reasonLength} />
      <label class="host-check">
        <input
          type="checkbox"
          checked={isErased.value}
          onChange={(event) => (isErased.value = event.currentTarget.checked)}
        />
        {manage.erase}
      </label>
      <div class="host-buttons">
        <button type="button" class="button" onClick={onGiveUp}>
          {manage.cancel}
        </button>
        <button type="submit" class="button button-grave">
          {manage.banGo}
        </button>
      </div>
    </form>
  );
}
