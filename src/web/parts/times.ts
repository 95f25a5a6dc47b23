import { computed } from '@preact/signals';
import { DAY, HOUR, MINUTE } from '../../protocol/time.ts';
import { locale } from '../strings/strings.ts';
import { timeFormat } from './settings.ts';

const cycles = { language: {}, '12': { hourCycle: 'h12' }, '24': { hourCycle: 'h23' } } as const;

/** Made once a language and a time format: a formatter is dear. */
const formats = computed(() => {
  const tag = locale.value;
  const cycle = cycles[timeFormat.chosen.value];
  return {
    clock: new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', ...cycle }),
    exact: new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'medium', ...cycle }),
    dayOfYear: new Intl.DateTimeFormat(tag, { weekday: 'long', month: 'long', day: 'numeric' }),
    dayOfOtherYear: new Intl.DateTimeFormat(tag, { dateStyle: 'long' }),
    moment: new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', ...cycle }),
    relative: new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }),
  };
});

/** All in the reader's own time, their language and the time format that they chose. */
export const clockTime = (at: number) => formats.value.clock.format(at);
export const exactTime = (at: number) => formats.value.exact.format(at);
/** A day and a time of it, within a sentence. */
export const momentName = (at: number) => formats.value.moment.format(at);
export const isoTime = (at: number) => new Date(at).toISOString();

/** Equal for two times of one local day. */
export function dayKey(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** "Today", "Yesterday", "Monday, 3 March", "3 March 2025". */
export function dayName(at: number, now: number): string {
  const { relative, dayOfYear, dayOfOtherYear } = formats.value;
  const days = Math.round((dayKey(at) - dayKey(now)) / DAY);
  if (days === 0 || days === -1) return capital(relative.format(days, 'day'));
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return capital((isThisYear ? dayOfYear : dayOfOtherYear).format(at));
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale.value) + text.slice(1);

const SPANS = [
  ['minute', MINUTE],
  ['hour', HOUR],
  ['day', DAY],
] as const;

/** "5 minutes ago", "yesterday", and a date once it is more than a week ago. */
export function timeAgo(at: number, now: number): string {
  const { relative, dayOfOtherYear } = formats.value;
  const ago = Math.max(0, now - at);
  if (ago > 7 * DAY) return dayOfOtherYear.format(at);
  const [unit, length] = SPANS.findLast((span) => ago >= span[1]) ?? ['second', MINUTE];
  return relative.format(-Math.floor(ago / length), unit);
}
