import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ALERT_KINDS, alertChoice } from '../parts/alert-choice.ts';
import { useSession } from './session.ts';

/** Loads what makes alerts for those who chose any. */
export function Alerts() {
  const session = useSession();
  const isWanted = useComputed(() =>
    ALERT_KINDS.some((kind) => alertChoice[kind].chosen.value !== 'nothing'),
  ).value;
  useEffect(() => {
    if (!isWanted) return;
    const stop = import('./alerts.ts').then(({ startAlerts }) => startAlerts(session));
    stop.catch(() => {});
    return () =>
      void stop.then(
        (run) => run(),
        () => {},
      );
  }, [session, isWanted]);
  return null;
}
