import { describe, expect, it } from 'vitest';
import { looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

/** The first to speak in a new room owns it (H1). */
async function ownsTheRoom(person: Person): Promise<void> {
  await person.sendMessage('Mine, then.');
  await person.hasSent('Mine, then.');
  await person
    .person(await nameOf(person))
    .getByText('Owner')
    .waitFor();
}

const nameOf = ({ page }: Person) => page.evaluate(() => localStorage.getItem('parlor:name') ?? '');

const actionsOf = (person: Person, text: string) =>
  person
    .message(text)
    .getByRole('toolbar')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));

async function opensRoomSettings(person: Person): Promise<void> {
  await person.page.getByRole('button', { name: 'Room settings' }).click();
  await person.dialog('Room settings').waitFor();
}

describe('an owner', () => {
  it('bans somebody with all that they said; they read why, and stay out until it is undone', async () => {
    const [ann, bob, eve] = await stage.inTheRoom('Ann', 'Bob', 'Eve');
    await ownsTheRoom(ann);
    await bob.message('Mine, then.').getByText('Owner').waitFor();
    await eve.sendMessage('Buy this');
    await eve.sendMessage('Buy that');
    await bob.sees('Buy that');
    await ann.does('More', 'Buy that');
    await ann.page.getByRole('button', { name: 'Manage Eve' }).first().click();
    await ann.dialog('Manage Eve').getByRole('button', { name: 'Ban…' }).click();
    const ban = ann.dialog('Ban Eve');
    await ban.getByRole('combobox', { name: 'Unit' }).selectOption('hours');
    await ban.getByRole('spinbutton', { name: 'Number' }).fill('2');
    await ban.getByRole('textbox', { name: /^Reason/ }).fill('Sells things');
    await ban.getByRole('checkbox', { name: 'Delete all their messages' }).check();
    await ban.getByRole('button', { name: 'Ban', exact: true }).click();
    await bob.page.getByText('Eve was banned.').first().waitFor();
    await expect.poll(() => bob.page.getByText('Message deleted').count()).toBe(2);
    await eve.page.getByText('A host removed you.').waitFor();
    await eve.page.getByRole('button', { name: 'Come back' }).click();
    await eve.page.getByText(/^A host has banned you from this room until /).waitFor();
    await opensRoomSettings(ann);
    await ann.dialog('Room settings').getByText('Sells things').waitFor();
    await ann.dialog('Room settings').getByText('2 messages deleted').waitFor();
    await ann.dialog('Room settings').getByRole('button', { name: 'Undo: Banned, Eve' }).click();
    await ann.dialog('Room settings').getByText('Nobody.').waitFor();
    await eve.page.reload();
    await eve.composer.waitFor();
    await bob.person('Eve').waitFor();
    expect([...ann.complaints, ...bob.complaints, ...eve.complaints]).toEqual([]);
  });

  it('removes somebody, who can read and copy what is there, but not go on as if it could be sent', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ownsTheRoom(ann);
    await ann.does('React', 'Mine, then.');
    await ann.page.getByRole('button', { name: '👍' }).click();
    await bob.message('Mine, then.').getByRole('button', { name: 'Add another emoji' }).waitFor();
    await bob.composer.fill('Half said');
    await ann.sendMessage('/kick @Bob');
    await bob.page.getByText('A host removed you.').waitFor();
    expect(await bob.composer.isEditable()).toBe(false);
    expect(await bob.composer.inputValue()).toBe('Half said');
    expect(await bob.composer.getAttribute('placeholder')).toBe('You cannot write here now.');
    expect(await actionsOf(bob, 'Mine, then.')).toEqual(['More']);
    expect(await bob.button('Add another emoji').count()).toBe(0);
    await bob.page.getByRole('button', { name: 'Come back' }).click();
    await expect.poll(() => bob.composer.isEditable()).toBe(true);
    expect(await actionsOf(bob, 'Mine, then.')).toEqual(['React', 'Reply', 'More']);
  });

  it('names a moderator, who is offered no more than is theirs, and may lose it again', async () => {
    const [ann, bob, cy] = await stage.inTheRoom('Ann', 'Bob', 'Cy');
    await ownsTheRoom(ann);
    await ann.person('Bob').getByRole('button', { name: 'Manage Bob' }).click();
    await ann.dialog('Manage Bob').getByRole('button', { name: 'Make moderator' }).click();
    await bob.page.getByText('You are a moderator here now.').first().waitFor();
    await cy.person('Bob').getByText('Moderator').waitFor();
    await opensRoomSettings(bob);
    expect(await bob.dialog('Room settings').getByRole('textbox', { name: 'Title' }).count()).toBe(0);
    expect(await bob.dialog('Room settings').getByRole('button', { name: 'Delete the room' }).count()).toBe(
      0,
    );
    await bob.page.keyboard.press('Escape');
    expect(await bob.person('Ann').getByRole('button', { name: 'Manage Ann' }).count()).toBe(0);
    expect(await cy.page.getByRole('button', { name: /^Manage/ }).count()).toBe(0);
    await bob.person('Cy').getByRole('button', { name: 'Manage Cy' }).click();
    await bob.dialog('Manage Cy').getByRole('button', { name: 'Mute for 10 minutes' }).click();
    await cy.page
      .getByText(/^A host has muted you here until /)
      .first()
      .waitFor();
    await cy.composer.fill('But');
    expect(await cy.page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await cy.page.reload();
    await cy.page
      .getByText(/^A host has muted you here until /)
      .first()
      .waitFor();
    await ann.sendMessage('/unmod @Bob');
    await bob.page.getByText('You are no longer a host here.').first().waitFor();
    await bob.page.getByRole('button', { name: 'Room settings' }).waitFor({ state: 'detached' });
  });

  it('keeps the room: title, welcome, lock and slow mode are there at once for everybody', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ownsTheRoom(ann);
    await opensRoomSettings(ann);
    const settings = ann.dialog('Room settings');
    await settings.getByRole('textbox', { name: 'Title' }).fill('Garden club');
    await settings.getByRole('textbox', { name: 'Welcome text' }).fill('Be kind.');
    await settings.getByRole('button', { name: 'Save' }).click();
    await bob.page.getByRole('heading', { name: 'Garden club' }).waitFor();
    await expect.poll(() => bob.page.title()).toContain('Garden club');
    const welcome = bob.page.getByRole('region', { name: 'Welcome' });
    await welcome.getByText('Be kind.').waitFor();
    await welcome.getByRole('button', { name: 'Dismiss the welcome' }).click();
    await welcome.waitFor({ state: 'detached' });
    await settings.getByRole('checkbox', { name: 'Only hosts write' }).check();
    await bob.page.getByText('Only hosts write here for now.').first().waitFor();
    await bob.composer.fill('Half a thought');
    await bob.composer.press('Enter');
    expect(await bob.composer.inputValue()).toBe('Half a thought');
    await settings.getByRole('checkbox', { name: 'Only hosts write' }).uncheck();
    await settings.getByRole('combobox', { name: 'Slow mode' }).selectOption('300');
    await bob.page.getByRole('button', { name: 'Send' }).click();
    await ann.sees('Half a thought');
    await bob.page.getByText(/^Slow mode: you can write again in \d+ seconds\.$/).waitFor();
  });

  it('is offered commands behind a slash; what is not whole stays with what is missing', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ownsTheRoom(ann);
    await ann.composer.pressSequentially('/ki');
    const commands = ann.page.getByRole('listbox', { name: 'Commands' });
    await commands.getByRole('option', { name: /kick/ }).waitFor();
    await ann.composer.press('Enter');
    expect(await ann.composer.inputValue()).toBe('/kick ');
    await ann.composer.press('Enter');
    await ann.page.getByText('Write it like this: /kick @name [reason]').first().waitFor();
    await ann.sendMessage('/kick @Mallory');
    await ann.page.getByText('Nobody called “Mallory” is known here.').first().waitFor();
    expect(await ann.composer.inputValue()).toBe('/kick @Mallory');
    await ann.sendMessage('/title Garden club');
    await bob.page.getByRole('heading', { name: 'Garden club' }).waitFor();
    await expect.poll(() => ann.composer.inputValue()).toBe('');
    await bob.sendMessage('/kick @Ann');
    await ann.sees('/kick @Ann');
    await ann.sendMessage('/kick @Bob enough');
    await bob.page.getByText('A host removed you.').waitFor();
    await bob.page.getByRole('button', { name: 'Come back' }).click();
    await ann.person('Bob').waitFor();
    await ann.page.getByText('Bob was removed.').first().waitFor();
  });
});

describe('a closed room', () => {
  it('asks for its password, says plainly that one is wrong, and is opened by an invitation as well', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ownsTheRoom(ann);
    await opensRoomSettings(ann);
    const settings = ann.dialog('Room settings');
    await settings.getByRole('radio', { name: 'Whoever knows the password' }).check();
    await settings.getByRole('textbox', { name: 'New password' }).fill('sesame');
    await settings.getByRole('button', { name: 'Set password' }).click();
    await settings.getByText('Saved.').waitFor();
    const bob = await stage.somebody();
    await bob.opens(stage.room);
    const join = bob.dialog('Join');
    await join.getByRole('textbox', { name: 'Your name' }).fill('Bob');
    await join.getByRole('button', { name: 'Join' }).click();
    const password = join.getByLabel('Password');
    await password.fill('open');
    await password.press('Enter');
    await join.getByText('That is not the password.').waitFor();
    expect(await bob.messages.count()).toBe(0);
    await looksRight(bob);
    await password.fill('sesame');
    await password.press('Enter');
    await join.waitFor({ state: 'detached' });
    await bob.sees('Mine, then.');
    await bob.page.reload();
    await bob.sees('Mine, then.');
    await bob.page.getByRole('button', { name: 'Save transcript' }).click();
    const [file] = await Promise.all([
      bob.page.waitForEvent('download'),
      bob.page.getByRole('link', { name: 'Text' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^parlor-stage-.*\.txt$/);
    const made = settings.getByRole('textbox', { name: 'Invitation link' });
    await settings.getByRole('button', { name: 'Make link' }).click();
    await made.waitFor();
    await settings.getByRole('radio', { name: 'Whoever is invited' }).check();
    await made.waitFor({ state: 'detached' });
    await settings.getByRole('button', { name: 'Make link' }).click();
    const link = await made.inputValue();
    const cy = await stage.somebody();
    await cy.opens(stage.room);
    await cy.dialog('Join').getByRole('button', { name: 'Join' }).click();
    await cy.page.getByText(/^This room is for invited people\./).waitFor();
    await cy.opens('about:blank');
    await cy.opens(link);
    await cy.sees('Mine, then.');
    expect(cy.page.url()).toBe(stage.room);
  });
});

describe('a private room', () => {
  it('shows its key once; the link with it makes the owner on another device, and the room can be deleted', async () => {
    const ann = await stage.somebody();
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('button', { name: 'New private room' }).click();
    await ann.dialog('Join').getByRole('button', { name: 'Join' }).click();
    const saved = ann.dialog('This room is yours');
    const first = await saved.getByRole('textbox', { name: 'Owner key' }).inputValue();
    await saved.getByRole('button', { name: 'Done' }).click();
    await ann.page.reload();
    await opensRoomSettings(ann);
    const settings = ann.dialog('Room settings');
    await settings.getByRole('button', { name: 'Show key' }).click();
    const key = await settings.getByRole('textbox', { name: 'Owner key' }).inputValue();
    expect(key.length).toBe(first.length);
    const room = ann.page.url();
    const phone = await stage.somebody({ viewport: { width: 390, height: 844 } });
    await phone.opens(`${room}#key=${key}`);
    await phone.dialog('Join').getByRole('textbox', { name: 'Your name' }).fill('Ann, phone');
    await phone.dialog('Join').getByRole('button', { name: 'Join' }).click();
    expect(phone.page.url()).toBe(room);
    await phone.page.getByRole('button', { name: 'Show people' }).click();
    await phone.page.getByRole('button', { name: 'Room settings' }).click();
    const there = phone.dialog('Room settings');
    const word = new URL(room).pathname.slice('/r/prv-'.length).slice(0, 4);
    await there.getByRole('textbox', { name: 'Type the name' }).fill(word);
    await there.getByRole('button', { name: 'Delete the room' }).click();
    await phone.page.getByText('This room was deleted.').waitFor();
    await ann.page.getByText('This room was deleted.').waitFor();
  });
});

it('axe finds nothing in what hosts see', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await ownsTheRoom(ann);
  await bob.sendMessage('Hello');
  await ann.sees('Hello');
  await ann.sendMessage('/mute @Bob 10');
  await bob.page
    .getByText(/^A host has muted you here until /)
    .first()
    .waitFor();
  await looksRight(bob);
  await opensRoomSettings(ann);
  const settings = ann.dialog('Room settings');
  await settings.getByRole('button', { name: 'Undo: Muted, Bob' }).waitFor();
  await settings.getByRole('button', { name: 'Show key' }).click();
  await settings.getByRole('radio', { name: 'Whoever knows the password' }).check();
  await settings.getByRole('button', { name: 'Make link' }).click();
  await settings.getByRole('img', { name: 'QR code of the invitation link' }).waitFor();
  await looksRight(ann);
  await ann.page.keyboard.press('Escape');
  await ann.person('Bob').getByRole('button', { name: 'Manage Bob' }).click();
  await ann.dialog('Manage Bob').getByRole('button', { name: 'Unmute' }).waitFor();
  await looksRight(ann);
  await ann.dialog('Manage Bob').getByRole('button', { name: 'Ban…' }).click();
  await looksRight(ann);
});
