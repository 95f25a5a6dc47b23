import { expect, it } from 'vitest';
import { closableLine } from '../pictures/lines.ts';
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
  await join(bob).waitFor({ state: 'detached' });
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

it('[H5] what was asked of somebody who was in already is not asked again at each line that is lost', async () => {
  const [ann, bob] = [await stage.enter('Ann'), await stage.somebody()];
  bob.isAltered = true;
  const line = await closableLine(bob);
  await bob.joinRoom(stage.room, 'Bob');
  await shuts(ann, 'sesame');
  await line.close(4503);
  await join(bob).getByLabel('Password').fill('sesame');
  await bob.page.keyboard.press('Enter');
  await bob.isIn();
  await ann.person('Bob').waitFor();
  expect(await bob.composer.isEditable()).toBe(true);
  await bob.page.routeWebSocket(/socket/, (socket) => socket.close({ code: 4503 }));
  await line.close(4503);
  await bob.page.getByRole('button', { name: 'Try now' }).waitFor();
  expect(await join(bob).count()).toBe(0);
});

it('[J4] whoever closes the dialog that says why a name is none is told so still, and asked again', async () => {
  const bob = await stage.somebody();
  await bob.opens(stage.server.origin);
  await bob.page.evaluate(() => localStorage.setItem('parlor:name', 'x'.repeat(33)));
  await bob.opens(stage.room);
  await join(bob).waitFor();
  await bob.page.keyboard.press('Escape');
  await bob.page.getByRole('status').getByRole('button', { name: 'Join' }).click();
  await join(bob).getByRole('textbox', { name: 'Your name' }).fill('Bob');
  await bob.page.keyboard.press('Enter');
  await bob.person('Bob').waitFor();
});
