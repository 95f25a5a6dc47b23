const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' });
const dayOfOtherYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** All in the reader's own time and language. */
export const clockTime = (at: number) => clock.format(at);
export const exactTime = (at: number) => exact.format(at);
export const isoTime = (at: number) => new Date(at).toISOString();

/** Equal for two times of one local day. */
export function dayKey(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** "Today", "Yesterday", "Monday, 3 March", "3 March 2025". */
export function dayName(at: number, now: number): string {
  const days = Math.round((dayKey(at) - dayKey(now)) / 86_400_000);
  if (days === 0 || days === -1) return capital(relative.format(days, 'day'));
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dayOfYear : dayOfOtherYear).format(at);
}

const SPANS = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const;

/** "5 minutes ago", "yesterday", and a date once it is more than a week ago. */
export function timeAgo(at: number, now: number): string {
  const ago = Math.max(0, now - at);
  if (ago > 7 * 86_400_000) return dayOfOtherYear.format(at);
  const [unit, length] = SPANS.findLast((span) => ago >= span[1]) ?? ['second', 60_000];
  return relative.format(-Math.floor(ago / length), unit);
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
