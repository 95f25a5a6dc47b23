import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { entersWhileComposing, list, offers, text, types } from './composer.ts';
import { hasFocus } from './focus.ts';

const stage = setStage();
let ann: Person;
let bob: Person;

describe('completing a name', () => {
  beforeEach(async () => {
    [ann, bob] = await stage.inTheRoom('Ann', 'Bob Lee');
    await ann.person('Bob Lee').waitFor();
  });

  it('goes by keyboard; within a text it is a mention', async () => {
    const people = list(ann, 'People here');
    await types(ann, 'Where is @le');
    await offers(ann, 'Bob Lee');
    expect(await ann.composer.getAttribute('aria-controls')).toBe(await people.getAttribute('id'));
    await ann.composer.press('Escape');
    await people.waitFor({ state: 'detached' });
    expect(await text(ann)).toBe('Where is @le');
    expect(await ann.composer.getAttribute('aria-activedescendant')).toBeNull();
    await ann.composer.press('Backspace');
    expect(await people.count()).toBe(0);
    await ann.composer.press('Backspace');
    await ann.composer.press('Backspace');
    await types(ann, ' @b');
    await ann.composer.press('Enter');
    expect(await text(ann)).toBe('Where is  @Bob Lee ');
    await ann.composer.press('Enter');
    await bob.sees('Where is  @Bob Lee');
  });

  it('[C6] at the start makes it private, as the list says; a public text may start so, too', async () => {
    await types(ann, '@b');
    await offers(ann, 'Bob Lee privately');
    await ann.page.keyboard.press('Tab');
    await ann.page.getByText('Only Bob Lee will see this.').first().waitFor();
    await ann.isReadyToWrite();
    await ann.page.keyboard.type('hello');
    await ann.button('Send to everybody instead').click();
    await ann.isReadyToWrite();
    await ann.page.keyboard.type(' there');
    expect(await text(ann)).toBe('@Bob Lee hello there');
    await ann.page.keyboard.press('Enter');
    await bob.sees('@Bob Lee hello there');
    expect(await bob.message('hello there').textContent()).not.toContain('Private');
  });

  it('to write to somebody in private can be undone as what is typed can', async () => {
    await types(ann, '@b');
    await offers(ann, 'Bob Lee privately');
    await ann.composer.press('Enter');
    await ann.page.getByText('Only Bob Lee will see this.').first().waitFor();
    expect(await text(ann)).toBe('');
    await ann.composer.press('ControlOrMeta+z');
    expect(await text(ann)).toBe('@b');
  });

  it('goes by pointer and arrows, offers everybody but oneself, and lets Enter send what is complete', async () => {
    await stage.enter('Bea');
    await ann.person('Bea').waitFor();
    await types(ann, 'Hey @b');
    await offers(ann, 'Bea');
    await ann.composer.press('ArrowUp');
    await offers(ann, 'Bob Lee');
    await ann.page.getByRole('option', { name: 'Bea' }).click();
    await ann.page.keyboard.type('and @ann');
    expect(await text(ann)).toBe('Hey @Bea and @ann');
    expect(await list(ann, 'People here').count()).toBe(0);
    await types(ann, ' and @bob lee');
    await list(ann, 'People here').waitFor();
    await ann.composer.press('Enter');
    await bob.sees('Hey @Bea and @ann and @bob lee');
  });

  it('begins at a lone @ with everybody who is here, and takes a key only once an arrow has gone among them', async () => {
    await stage.enter('Bea');
    await ann.person('Bea').waitFor();
    const people = list(ann, 'People here');
    const names = () => people.getByRole('option').allTextContents();
    await types(ann, 'Hi @');
    await expect.poll(names).toEqual(['BBea', 'BLBob Lee']);
    expect(await people.getByRole('option', { selected: true }).count()).toBe(0);
    expect(await ann.composer.getAttribute('aria-controls')).toBe(await people.getAttribute('id'));
    expect(await ann.composer.getAttribute('aria-activedescendant')).toBeNull();
    await ann.composer.press('Tab');
    await people.waitFor({ state: 'detached' });
    expect(await hasFocus(ann.composer)).toBe(false);
    expect(await text(ann)).toBe('Hi @');
    await ann.composer.press('End');
    await types(ann, ' @');
    await people.waitFor();
    await ann.composer.press('Enter');
    await bob.sees('Hi @ @');
    await types(ann, 'Look, @');
    await people.waitFor();
    await ann.composer.press('ArrowUp');
    await offers(ann, 'Bob Lee');
    await ann.composer.press('ArrowDown');
    await offers(ann, 'Bea');
    await ann.composer.press('Enter');
    expect(await text(ann)).toBe('Look, @Bea ');
    await types(ann, '@');
    await people.waitFor();
    await ann.composer.press('Escape');
    await people.waitFor({ state: 'detached' });
    expect(await text(ann)).toBe('Look, @Bea @');
  });

  it('leaves an input method its keys, and looks again when it is done', async () => {
    const devtools = await ann.context.newCDPSession(ann.page);
    await types(ann, 'Hey @');
    await devtools.send('Input.imeSetComposition', { text: 'bo', selectionStart: 2, selectionEnd: 2 });
    await expect.poll(() => text(ann)).toBe('Hey @bo');
    await list(ann, 'People here').waitFor({ state: 'detached' });
    await devtools.send('Input.insertText', { text: 'bo' });
    await list(ann, 'People here').waitFor();
    await entersWhileComposing(ann);
    expect(await text(ann)).toBe('Hey @bo');
    await ann.composer.press('Enter');
    expect(await text(ann)).toBe('Hey @Bob Lee ');
  });
});
