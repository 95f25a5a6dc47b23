import { it } from 'vitest';
import { looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

const join = ({ page }: Person) => page.getByRole('dialog', { name: 'Join' });

/** The first to speak owns the room (H1), and gives it a password. */
async function shuts(person: Person, password: string): Promise<void> {
  await person.sendMessage('Mine, then.');
  await person.page.getByRole('button', { name: 'Room settings' }).click();
  const settings = person.page.getByRole('dialog', { name: 'Room settings' });
  await settings.getByRole('radio', { name: 'Whoever knows the password' }).check();
  await settings.getByRole('textbox', { name: 'New password' }).fill(password);
  await settings.getByRole('button', { name: 'Set password' }).click();
  await settings.getByText('Saved.').waitFor();
}

/** Somebody who has given a name, and is asked for the password. */
async function knocks(): Promise<Person> {
  const person = await stage.somebody();
  await person.opens(stage.room);
  await join(person).getByRole('button', { name: 'Join' }).click();
  await join(person).getByLabel('Password').waitFor();
  return person;
}

it('a door holds nobody: what asks is closed by Esc, opens again from the status, and leads to the start page', async () => {
  await shuts(await stage.enter('Ann'), 'sesame');
  const bob = await knocks();
  await bob.page.keyboard.press('Escape');
  await join(bob).waitFor({ state: 'detached', timeout: 5_000 });
  const status = bob.page.getByRole('status');
  await status.getByText('This room opens with a password.').waitFor();
  await looksRight(bob);
  await status.getByRole('button', { name: 'Enter the password' }).click();
  await join(bob).getByLabel('Password').fill('sesame');
  await bob.page.keyboard.press('Enter');
  await bob.sees('Mine, then.');
  const cy = await knocks();
  await join(cy).getByRole('link', { name: 'To the start page' }).click();
  await cy.page.getByRole('textbox', { name: 'Room' }).waitFor();
});
