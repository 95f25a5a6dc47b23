import { namesIn } from '../../protocol/fields.ts';
import { keptChoice } from './kept.ts';

/** What is worth an alert: everything, what is for us by name or in private, or nothing. */
export const REACHES = ['nothing', 'forUs', 'all'] as const;
export type Reach = (typeof REACHES)[number];

/** What this person wants to be alerted of, in all pages of this browser; nothing, until they say so. */
export const alertChoice = {
  notification: keptChoice('alert:notification', REACHES),
  sound: keptChoice('alert:sound', REACHES),
};

export type AlertKind = keyof typeof alertChoice;
export const ALERT_KINDS: readonly AlertKind[] = namesIn(alertChoice);
