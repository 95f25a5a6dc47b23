/** In ms. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The largest time that there is, in Unix ms. */
export const LAST_TIME = 8_640_000_000_000_000;
