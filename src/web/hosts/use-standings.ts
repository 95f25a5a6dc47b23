import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MemberStanding } from '../../protocol/server-message.ts';
import { useSession } from '../room/session.ts';

/** H8: who is banned or muted, anew after everything that a host does; undefined until the room has said. */
export function useStandings(): readonly MemberStanding[] | undefined {
  const session = useSession();
  const standings = useSignal<readonly MemberStanding[] | undefined>(undefined);
  const { moderation } = session.state.value;
  useEffect(() => {
    session
      .host({ type: 'standings' })
      .then((answer) => (standings.value = answer.standings))
      .catch(() => {});
  }, [moderation]);
  return standings.value;
}
