import { expect } from 'vitest';
import type { Person } from '../support/person.ts';
import { isFocused } from './focus.ts';

export const sheet = (person: Person) => person.dialog('Search');
export const field = (person: Person) => sheet(person).getByRole('searchbox', { name: 'Search this room' });
export const results = (person: Person) =>
  sheet(person).getByRole('list', { name: 'Messages found' }).getByRole('button');
export const said = (person: Person, text: string) =>
  sheet(person).getByRole('status').getByText(text).waitFor();

export async function searches(person: Person, query: string): Promise<void> {
  await person.button('Search').click();
  await field(person).fill(query);
}

/** The message has the focus and stands in sight. */
export async function isLedTo(person: Person, text: string): Promise<void> {
  const message = person.message(text).first();
  await isFocused(message);
  await expect
    .poll(() =>
      message.evaluate((it) => {
        const { top, bottom } = it.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
}
