import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from '../support/person.ts';

const MOST_STEPS = 40;

export const hasFocus = (element: Locator) => element.evaluate((it) => it === document.activeElement);

/** The focus is there, or comes; it is never left nowhere. */
export async function isFocused(element: Locator): Promise<void> {
  await element.waitFor();
  await expect.poll(() => hasFocus(element)).toBe(true);
}

export async function press({ page }: Person, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** By Tab alone, which passes each thing once. */
export async function goesTo(
  person: Person,
  element: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await element.waitFor();
  for (let step = 0; !(await hasFocus(element)); step++) {
    if (step === MOST_STEPS) throw new Error(`Tab does not lead to ${element}.`);
    await press(person, key);
  }
}
