import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { picker } from './composer.ts';

const stage = setStage();
let ann: Person;
let bob: Person;

beforeEach(async () => {
  [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
});

const settings = () => ann.page.getByRole('dialog', { name: 'Settings', exact: true });

describe('while an input method composes, a key is its own', () => {
  /** As most browsers say it, and as Safari does. */
  async function composes(field: Locator, key: string): Promise<void> {
    await field.dispatchEvent('keydown', { key, isComposing: true });
    await field.dispatchEvent('keydown', { key, keyCode: 229 });
  }

  it('in a new name', async () => {
    await ann.button('Change your name').click();
    const name = ann.page.getByRole('textbox', { name: 'Your name' });
    await name.fill('Anna');
    await composes(name, 'Escape');
    expect(await name.inputValue()).toBe('Anna');
    await name.press('Escape');
    await ann.button('Change your name').waitFor();
  });

  it('in the search of emoji', async () => {
    await ann.button('Emoji').click();
    await picker(ann).getByRole('searchbox').fill('pizza');
    await composes(picker(ann).getByRole('searchbox'), 'Enter');
    expect(await picker(ann).count()).toBe(1);
    await picker(ann).getByRole('searchbox').press('Enter');
    expect(await ann.composer.inputValue()).toBe('🍕');
  });

  it('in the search of messages', async () => {
    const search = ann.page.getByRole('dialog', { name: 'Search' });
    await ann.button('Search').click();
    await composes(search.getByRole('searchbox'), 'Escape');
    expect(await search.isVisible()).toBe(true);
    await search.getByRole('searchbox').press('Escape');
    await search.waitFor({ state: 'detached' });
  });
});

it('arrows with Alt, Ctrl, Meta or Shift are left to the browser', async () => {
  await ann.button('Emoji').click();
  await picker(ann).getByRole('searchbox').press('ArrowDown');
  const isTaken = (key: string, modifier = '') =>
    ann.page.locator('[data-emoji]:focus').evaluate(
      (emoji, [pressed, more]) => {
        const event = { key: pressed, [more]: true, bubbles: true, cancelable: true };
        return !emoji.dispatchEvent(new KeyboardEvent('keydown', event));
      },
      [key, modifier] as const,
    );
  for (const modifier of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey']) {
    expect(await isTaken('ArrowLeft', modifier)).toBe(false);
  }
  expect(await isTaken('ArrowRight')).toBe(true);
});

it('where the browser does not know `closedby`, a press beside a dialog closes it, and one that began within does not', async () => {
  ann.isAltered = true;
  await ann.page.addInitScript(() => Reflect.deleteProperty(HTMLDialogElement.prototype, 'closedBy'));
  await ann.page.reload();
  await ann.button('Settings').click();
  await settings().evaluate((dialog) => dialog.removeAttribute('closedby'));
  await settings().getByRole('heading', { name: 'Settings' }).hover();
  await ann.page.mouse.down();
  await ann.page.mouse.move(20, 300);
  await ann.page.mouse.up();
  expect(await settings().isVisible()).toBe(true);
  await ann.page.mouse.click(20, 300);
  await settings().waitFor({ state: 'detached' });
});

it('the focus is seen in forced colours, where there are no shadows', async () => {
  ann.isAltered = true;
  await ann.page.emulateMedia({ forcedColors: 'active' });
  await ann.composer.focus();
  const outline = await ann.composer.evaluate((area) => getComputedStyle(area).outline);
  expect(outline).toContain('solid 2px');
});

it('who has turned to nothing is not brought back to what goes away then', async () => {
  await bob.sendMessage('Hello');
  await ann.sees('Hello');
  await ann.does('React', 'Hello');
  await ann.button('👍').click();
  const reaction = ann.message('Hello').getByRole('button', { name: '👍 1' });
  const focused = () => ann.page.evaluate(() => document.activeElement?.tagName);
  await reaction.focus();
  await ann.page.getByRole('heading').first().click();
  expect(await focused()).toBe('BODY');
  await bob.does('Delete', 'Hello');
  await bob.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await reaction.waitFor({ state: 'detached' });
  expect(await focused()).toBe('BODY');
});

it.each([
  ['Settings', /settings-sheet/],
  ['Keyboard', /keyboard-dialog/],
  ['Search', /search-sheet/],
] as const)('%s: what cannot be loaded is not opened without a word', async (name, code) => {
  await ann.page.route(code, (route) => route.abort());
  await ann.button(name).click();
  await ann.page.getByText('That did not work.').first().waitFor();
  await ann.page.unrouteAll();
});
