import { computed } from '@preact/signals';
import { locale } from '../strings/strings.ts';

const CENT = 0.01;
const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

const formats = computed(() => {
  const tag = locale.value;
  const unit = (unit: (typeof UNITS)[number]) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, maximumSignificantDigits: 3 });
  return {
    count: new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }),
    dollars: new Intl.NumberFormat(tag, { style: 'currency', currency: 'USD' }),
    bytes: UNITS.map(unit),
    day: new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  };
});

/** In the reader's language; parts of a request are rounded. */
export const count = (n: number) => formats.value.count.format(Math.ceil(n));

/** "$1.20"; what is less than a cent but something is told so. */
export function dollars(amount: number): string {
  const isLess = amount > 0 && amount < CENT;
  return `${isLess ? '<\u00a0' : ''}${formats.value.dollars.format(isLess ? CENT : amount)}`;
}

/** "12 kB". */
export function size(bytes: number): string {
  const at = Math.max(0, Math.min(UNITS.length, Math.floor(Math.log10(Math.max(1, bytes)) / 3)) - 1);
  return formats.value.bytes[at]?.format(bytes / 1_000 ** (at + 1)) ?? '';
}

/** Of a day as YYYY-MM-DD. */
export const dayOfMonth = (day: string) => formats.value.day.format(new Date(day));
