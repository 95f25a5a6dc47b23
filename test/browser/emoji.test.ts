import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { list, offers, picker, text, types } from './composer.ts';
import { isFocused } from './focus.ts';

const stage = setStage();
let ann: Person;

describe('emoji', () => {
  beforeEach(async () => {
    [ann] = await stage.inTheRoom('Ann');
  });

  it('come by their shortcodes, begun or whole, and can be undone', async () => {
    await types(ann, 'Great :thu');
    await list(ann, 'Emoji').waitFor();
    await offers(ann, '👍 :thumbsup:');
    await ann.composer.press('Enter');
    expect(await text(ann)).toBe('Great 👍');
    await types(ann, ' :tada:');
    await expect.poll(() => text(ann)).toBe('Great 👍 🎉');
    await ann.page.keyboard.press('ControlOrMeta+z');
    expect(await text(ann)).toBe('Great 👍 :tada:');
    await types(ann, ' :) at 10:30: see https://example.org/:tada:');
    expect(await list(ann, 'Emoji').count()).toBe(0);
    expect(await text(ann)).toBe('Great 👍 :tada: :) at 10:30: see https://example.org/:tada:');
  });

  it('are chosen from a picker by keyboard, in the tone one likes, and kept for next time', async () => {
    await types(ann, 'Hello !');
    await ann.composer.press('ArrowLeft');
    await ann.button('Emoji').focus();
    await ann.page.keyboard.press('Enter');
    await picker(ann).getByRole('searchbox', { name: 'Search emoji' }).waitFor();
    await ann.page.keyboard.type('waving');
    await picker(ann).getByRole('radio', { name: 'Medium', exact: true }).check({ force: true });
    await picker(ann).getByRole('searchbox').press('Enter');
    await picker(ann).waitFor({ state: 'detached' });
    expect(await text(ann)).toBe('Hello 👋🏽!');
    await ann.isReadyToWrite();
    await ann.page.reload();
    await ann.button('Emoji').click();
    const recent = picker(ann).getByRole('region', { name: 'Recently used' });
    await recent.getByRole('button', { name: 'waving hand' }).waitFor();
    await ann.page.keyboard.press('ArrowDown');
    await ann.page.keyboard.press('ArrowDown');
    await ann.page.keyboard.press('ArrowRight');
    const focused = ann.page.locator('[data-emoji]:focus');
    expect(await focused.getAttribute('aria-label')).toBe('grinning face with big eyes');
    await ann.page.keyboard.press('Escape');
    await picker(ann).waitFor({ state: 'detached' });
    await isFocused(ann.button('Emoji'));
  });

  it('one goes where the caret was, though the picker came late and the composer had the focus by then', async () => {
    await types(ann, 'Hello !');
    await ann.composer.press('ArrowLeft');
    let letCome = () => {};
    const late = new Promise<void>((resolve) => (letCome = resolve));
    await ann.page.route(/emoji-dialog/, async (route) => {
      await late;
      await route.continue();
    });
    await ann.button('Emoji').press('Enter');
    await ann.composer.focus();
    letCome();
    await picker(ann).getByRole('searchbox').fill('waving');
    await picker(ann).getByRole('searchbox').press('Enter');
    await expect.poll(() => text(ann)).toBe('Hello 👋!');
    await ann.page.unrouteAll();
  });

  it('any of them can be a reaction', async () => {
    await ann.sendMessage('Dinner is ready');
    await ann.hasSent('Dinner is ready');
    await ann.does('React', 'Dinner is ready');
    await ann.button('More emoji').click();
    await picker(ann).getByRole('searchbox').fill('pizza');
    await picker(ann).getByRole('button', { name: 'pizza' }).click();
    await ann.message('Dinner is ready').getByRole('button', { name: '🍕 1' }).waitFor();
  });

  it('are called in the language of the page, also once another is chosen', async () => {
    await types(ann, 'Hello :partying');
    await offers(ann, '🥳 :partying_face:');
    await ann.composer.fill('');
    await ann.button('Settings').click();
    await ann.page.getByRole('combobox', { name: 'Language' }).selectOption('Français');
    await ann.page.getByRole('dialog', { name: 'Paramètres' }).waitFor();
    await ann.page.keyboard.press('Escape');
    await ann.button('Émojis').click();
    const french = ann.page.getByRole('dialog', { name: 'Émojis' });
    await french.getByRole('searchbox').fill('fete');
    await french.getByRole('button', { name: 'visage festif' }).click();
    expect(await text(ann)).toBe('🥳');
    await types(ann, ' :coeur_rou');
    await offers(ann, '❤️ :heart:');
  });
});
