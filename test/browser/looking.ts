import type { Person } from '../support/person.ts';

/** The tab goes behind another one. */
export async function looksAway(person: Person): Promise<void> {
  await person.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

/** And before us again. */
export async function looksBack(person: Person): Promise<void> {
  await person.page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}
