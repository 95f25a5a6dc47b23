import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

const settingsOf = ({ page }: Person) => page.getByRole('dialog', { name: 'Room settings' });

async function opensSettings(person: Person): Promise<void> {
  await person.button('Room settings').click();
  await settingsOf(person).waitFor();
}

/** The first to speak in a new room owns it (H1). */
async function ownsTheRoom(person: Person): Promise<void> {
  await person.sendMessage('Mine, then.');
  await person.hasSent('Mine, then.');
  await person.button('Room settings').waitFor();
}

describe('the settings of a room', () => {
  it('follow what another page of an owner does, and undo none of it', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ownsTheRoom(ann);
    await opensSettings(ann);
    const settings = settingsOf(ann);
    const other = await ann.opensAnother(stage.room);
    await opensSettings(other);
    await settingsOf(other).getByRole('radio', { name: 'Whoever is invited' }).check();
    await expect
      .poll(() => settings.getByRole('radio', { name: 'Whoever is invited' }).isChecked())
      .toBe(true);
    await settingsOf(other).getByRole('radio', { name: 'Whoever has the link' }).check();
    await expect
      .poll(() => settings.getByRole('radio', { name: 'Whoever has the link' }).isChecked())
      .toBe(true);
    await settings.getByRole('textbox', { name: 'Welcome text' }).fill('Be kind.');
    await settingsOf(other).getByRole('textbox', { name: 'Title' }).fill('Garden club');
    await settingsOf(other).getByRole('button', { name: 'Save' }).click();
    await settingsOf(other).getByText('Saved.').waitFor();
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('Saved.').waitFor();
    expect(await settings.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Garden club');
    await expect
      .poll(() => settingsOf(other).getByRole('textbox', { name: 'Welcome text' }).inputValue())
      .toBe('Be kind.');
    await ann.page.keyboard.press('Escape');
    await ann.page.getByRole('heading', { name: 'Garden club' }).waitFor();
  });

  it('show who may enter as it is, where the room refuses another choice', async () => {
    const ann = await stage.somebody();
    ann.isAltered = true;
    await ann.page.routeWebSocket(/socket/, (socket) => {
      const room = socket.connectToServer();
      socket.onMessage((frame) => {
        const id = /"access".*?"id":"([^"]+)"|"id":"([^"]+)".*?"access"/.exec(String(frame));
        if (id) {
          socket.send(
            JSON.stringify({ type: 'error', code: 'forbidden', message: 'No.', id: id[1] ?? id[2] }),
          );
        } else room.send(frame);
      });
    });
    await ann.joinRoom(stage.room, 'Ann');
    await ownsTheRoom(ann);
    await opensSettings(ann);
    await settingsOf(ann).getByRole('radio', { name: 'Whoever is invited' }).click();
    await ann.page.getByText('No.', { exact: true }).first().waitFor();
    await expect
      .poll(() => settingsOf(ann).getByRole('radio', { name: 'Whoever has the link' }).isChecked())
      .toBe(true);
  });
});

it('a setting that somebody has changed stays so to the eye while the room has not answered, whatever else it says', async () => {
  const ann = await stage.somebody();
  ann.isAltered = true;
  let letThrough = () => {};
  const isLetThrough = new Promise<void>((resolve) => (letThrough = resolve));
  await ann.page.routeWebSocket(/socket/, (socket) => {
    const room = socket.connectToServer();
    socket.onMessage(async (frame) => {
      if (/"locked"|"slowMode"/.test(String(frame))) await isLetThrough;
      room.send(frame);
    });
  });
  await ann.joinRoom(stage.room, 'Ann');
  await ownsTheRoom(ann);
  await opensSettings(ann);
  const locked = settingsOf(ann).getByRole('checkbox', { name: 'Only hosts write' });
  const slow = settingsOf(ann).getByRole('combobox', { name: 'Slow mode' });
  await locked.check();
  await slow.selectOption('30');
  const bob = await stage.enter('Bob');
  await ann.person('Bob').waitFor();
  expect(await locked.isChecked()).toBe(true);
  expect(await slow.inputValue()).toBe('30');
  letThrough();
  await bob.page.getByText('Only hosts write here for now.').first().waitFor();
  await expect.poll(() => locked.isChecked()).toBe(true);
  expect(await slow.inputValue()).toBe('30');
});

it('slow mode holds somebody whose clock is ten minutes slow no longer than others', async () => {
  const [ann, bob] = [await stage.enter('Ann'), await stage.somebody()];
  bob.isAltered = true;
  await bob.page.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 600_000;
  });
  await ownsTheRoom(ann);
  await bob.joinRoom(stage.room, 'Bob');
  await ann.sendMessage('/slow 300');
  await ann.page.getByText('Done.').first().waitFor();
  await bob.sendMessage('One');
  await bob.hasSent('One');
  const words = await bob.page.getByText(/^Slow mode: you can write again in \d+ seconds?\.$/).textContent();
  expect(Number(/\d+/.exec(words ?? '')?.[0])).toBeLessThan(600);
  await bob.composer.fill('Two');
  expect(await bob.button('Send').isDisabled()).toBe(true);
});
