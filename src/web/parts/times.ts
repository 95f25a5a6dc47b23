import { computed } from '@preact/signals';
import { DAY, HOUR, MINUTE } from '../../protocol/time.ts';
import { locale } from '../strings/strings.ts';
import { timeFormat } from './settings.ts';

const cycles = { language: {}, '12': { hourCycle: 'h12' }, '24': { hourCycle: 'h23' } } as const;

/** Made when first asked, once a language and a time format: a formatter is dear. */
const format = (options: Intl.DateTimeFormatOptions) =>
  computed(() => new Intl.DateTimeFormat(locale.value, { ...options, ...cycles[timeFormat.chosen.value] }));

const clock = format({ hour: 'numeric', minute: '2-digit' });
const exact = format({ dateStyle: 'full', timeStyle: 'medium' });
const dayOfYear = format({ weekday: 'long', month: 'long', day: 'numeric' });
const dayOfOtherYear = format({ dateStyle: 'long' });
const moment = format({ dateStyle: 'medium', timeStyle: 'short' });
const relative = computed(() => new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }));

/** All in the reader's own time, their language and the time format that they chose. */
export const clockTime = (at: number) => clock.value.format(at);
export const exactTime = (at: number) => exact.value.format(at);
/** A day and a time of it, within a sentence. */
export const momentName = (at: number) => moment.value.format(at);
export const isoTime = (at: number) => new Date(at).toISOString();

/** Equal for two times of one local day. */
export function dayKey(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** "Today", "Yesterday", "Monday, 3 March", "3 March 2025". */
export function dayName(at: number, now: number): string {
  const days = Math.round((dayKey(at) - dayKey(now)) / DAY);
  if (days === 0 || days === -1) return capital(relative.value.format(days, 'day'));
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return capital((isThisYear ? dayOfYear : dayOfOtherYear).value.format(at));
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale.value) + text.slice(1);

const SPANS = [
  ['minute', MINUTE],
  ['hour', HOUR],
  ['day', DAY],
] as const;

/** "5 minutes ago", "yesterday", and a date once it is more than a week ago. */
export function timeAgo(at: number, now: number): string {
  const ago = Math.max(0, now - at);
  if (ago > 7 * DAY) return dayOfOtherYear.value.format(at);
  const [unit, length] = SPANS.findLast((span) => ago >= span[1]) ?? ['second', MINUTE];
  return relative.value.format(-Math.floor(ago / length), unit);
}
