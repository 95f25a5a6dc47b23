import { expect } from 'vitest';
import type { Person } from '../support/person.ts';
export const text = (person: Person) => person.composer.inputValue();
export const list = (person: Person, name: string) => person.page.getByRole('listbox', { name });
export const picker = (person: Person) => person.dialog('Emoji');

/** Who alone will read what is written. */
export const sign = (person: Person) => person.page.locator('form').getByText(/^Only .+ will see this/);

/** What is marked in the list, and named to those who do not see it. */
export async function offers(person: Person, name: string): Promise<void> {
  const option = person.page.getByRole('option', { name, exact: true, selected: true });
  await option.waitFor();
  expect(await person.composer.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
}

/** Writes in one go where the caret is, once what helps to write is there. */
export async function types(person: Person, written: string): Promise<void> {
  await person.composer.press('Shift');
  await person.page.locator('textarea[aria-autocomplete="list"]').waitFor();
  await person.page.keyboard.insertText(written);
}

/** The two ways in which browsers say that a key belongs to the input method. */
export async function entersWhileComposing({ composer }: Person): Promise<void> {
  await composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await composer.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
}
