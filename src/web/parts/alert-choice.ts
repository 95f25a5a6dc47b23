import { type Signal, signal } from '@preact/signals';
import { read, write } from './kept.ts';
import { tabs } from './tabs.ts';

/** What is worth an alert: everything, what is for us by name or in private, or nothing. */
export const REACHES = ['nothing', 'forUs', 'all'] as const;
export type Reach = (typeof REACHES)[number];

const KEYS = { notification: 'parlor:alert:notification', sound: 'parlor:alert:sound' } as const;
export type AlertKind = keyof typeof KEYS;

/** What this person wants to be alerted of, in all pages of this browser; nothing, until they say so. */
export const alertChoice: Readonly<Record<AlertKind, Signal<Reach>>> = {
  notification: signal(keptReach('notification')),
  sound: signal(keptReach('sound')),
};

export const ALERT_KINDS = Object.keys(KEYS) as readonly AlertKind[];

export function chooseAlert(kind: AlertKind, reach: Reach): void {
  alertChoice[kind].value = reach;
  write(KEYS[kind], reach === 'nothing' ? '' : reach);
}

function keptReach(kind: AlertKind): Reach {
  const kept = read(KEYS[kind]);
  return REACHES.find((reach) => reach === kept) ?? 'nothing';
}

tabs?.onWrite((key) => {
  for (const kind of ALERT_KINDS) if (key === KEYS[kind]) alertChoice[kind].value = keptReach(kind);
});
