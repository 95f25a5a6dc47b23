import { expect, it } from 'vitest';
import { looksRight } from '../support/looks.ts';
import { setStage } from '../support/stage.ts';
import { goesTo, isFocused } from './focus.ts';

const stage = setStage();

it('Invite opens a sheet with the link as text, to copy and as a code; Esc closes it', async () => {
  const [ann] = await stage.inTheRoom('Ann');
  ann.isAltered = true;
  await ann.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const code = ann.page.getByRole('img', { name: `QR code of the link to this room: ${stage.room}` });
  await code.waitFor();
  await ann.sendMessage('Hello');
  await code.waitFor({ state: 'detached' });
  await ann.page.getByRole('button', { name: 'Invite' }).click();
  const sheet = ann.dialog(/^Invite to stage/);
  await sheet.getByRole('img', { name: /QR code/ }).waitFor();
  expect(await sheet.getByRole('textbox', { name: 'Link to this room' }).inputValue()).toBe(stage.room);
  // The button says so for two seconds.
  const copied = sheet.getByRole('button', { name: 'Copied' });
  await Promise.all([copied.waitFor(), sheet.getByRole('button', { name: 'Copy link' }).click()]);
  expect(await ann.page.evaluate(() => navigator.clipboard.readText())).toBe(stage.room);
  await ann.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await isFocused(ann.button('Invite'));
  expect(ann.complaints).toEqual([]);
});

it('the names of people are read whole until one turns to them; what is done with somebody is there by keyboard', async () => {
  const names = ['Cosy Mole', 'Bartholomew Featherstone', 'Patient Hedgehog, Most Unhurried'] as const;
  const [mole] = await stage.inTheRoom(...names);
  await mole.sendMessage('Mine, then.');
  await mole.person('Cosy Mole').getByText('Owner').waitFor();
  const isWhole = (name: string) =>
    mole
      .person(name)
      .getByText(name, { exact: true })
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
  expect(await Promise.all(names.slice(0, 2).map(isWhole))).toEqual([true, true]);
  const [, , long] = names;
  expect(await mole.person(long).getByTitle(long, { exact: true }).textContent()).toBe(long);
  const write = mole.person(long).getByRole('button', { name: `Message ${long} privately` });
  await mole.button('Room settings').focus();
  await mole.page.keyboard.press('Shift+Tab');
  await isFocused(write);
  expect(await write.evaluate((button) => button.checkVisibility({ opacityProperty: true }))).toBe(true);
  await mole.page.keyboard.press('Enter');
  await mole.button(`Send privately to ${long}`).waitFor();
});

it('? lists the keys, except where it is a letter; on a message, letters do what its buttons do', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await bob.sendMessage('What now?');
  await ann.sees('What now?');
  await ann.sendMessage('This, I think.');
  await ann.hasSent('This, I think.');
  await ann.composer.press('?');
  expect(await ann.composer.inputValue()).toBe('?');
  await ann.composer.fill('');
  const keys = ann.dialog('Keyboard');
  await goesTo(ann, ann.message('This, I think.'), 'Shift+Tab');
  await ann.page.keyboard.press('?');
  await keys.getByText('Reply to it').waitFor();
  await ann.page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await ann.page.keyboard.press('+');
  await ann.page.getByRole('group', { name: 'Choose a reaction' }).waitFor();
  await ann.page.keyboard.press('Escape');
  await ann.page.keyboard.press('e');
  await ann.page.getByText('Editing your message').waitFor();
  await ann.composer.press('Escape');
  await goesTo(ann, ann.message('This, I think.'), 'Shift+Tab');
  await ann.page.keyboard.press('ArrowUp');
  await ann.page.keyboard.press('r');
  await ann.page.getByText('Replying to Bob').waitFor();
  await ann.isReadyToWrite();
  expect(await ann.composer.inputValue()).toBe('');
});

it('axe finds nothing in a mention, the invitation and the keys', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await ann.sendMessage('Hey @Bob, look');
  await bob.sees('look');
  await bob.does('React', 'look');
  await bob.page.getByRole('button', { name: '👍', exact: true }).click();
  await bob.page.getByRole('button', { name: '👍 1' }).waitFor();
  await bob.page.getByRole('button', { name: 'Invite' }).click();
  await bob.page.getByRole('img', { name: /QR code/ }).waitFor();
  await looksRight(bob);
  await bob.page.keyboard.press('Escape');
  await bob.page.getByRole('button', { name: 'Keyboard' }).click();
  await bob.dialog('Keyboard').waitFor();
  await looksRight(bob);
});
