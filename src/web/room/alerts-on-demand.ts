import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ALERT_KINDS, alertChoice } from '../parts/alert-choice.ts';
import { OnDemand } from '../parts/on-demand.ts';
import { useSession } from './session.ts';

const alerts = new OnDemand(async () => (await import('./alerts.ts')).startAlerts);

/** Loads what makes alerts for those who chose any. */
export function Alerts() {
  const session = useSession();
  const start = alerts.part.value;
  const isWanted = useComputed(() =>
    ALERT_KINDS.some((kind) => alertChoice[kind].chosen.value !== 'nothing'),
  ).value;
  useEffect(() => {
    if (isWanted) void alerts.insist();
  }, [isWanted]);
  useEffect(() => (isWanted && start ? start(session) : undefined), [session, isWanted, start]);
  return null;
}
