import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { goesTo, isFocused, press } from './focus.ts';

const stage = setStage();

/** Types, and sees it in the composer. */
async function writes(person: Person, text: string): Promise<void> {
  await person.page.keyboard.type(text);
  await isFocused(person.composer);
  expect(await person.composer.inputValue()).toBe(text);
  await person.composer.fill('');
}

/** What is told of a key. */
interface Stroke {
  readonly key: string;
  readonly keyCode?: number;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly modifierAltGraph?: boolean;
}

const lookAway = ({ page }: Person) =>
  page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());

/** Whether the composer has the focus right after a key; afterwards it has not. */
async function takes(person: Person, stroke: Stroke): Promise<boolean> {
  const isTaken = await person.page.evaluate((init) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
    return document.activeElement?.tagName === 'TEXTAREA';
  }, stroke);
  if (isTaken) await lookAway(person);
  return isTaken;
}

/** Nothing has the focus, and what knows the keys is there. */
async function isNowhere(person: Person): Promise<void> {
  await lookAway(person);
  await expect.poll(() => takes(person, { key: 'a' })).toBe(true);
}

describe('letters on a message', () => {
  it('begin a text for whoever clicked it, or reacted by mouse, and act on it for whoever came by keyboard', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await bob.sendMessage('What now?');
    await ann.sees('What now?');
    await ann.sendMessage('Not to be edited');
    await ann.hasSent('Not to be edited');
    await isNowhere(ann);
    await ann.message('Not to be edited').getByText('Not to be edited').click();
    await isFocused(ann.message('Not to be edited'));
    await writes(ann, 'Hello');
    await ann.does('React', 'What now?');
    await ann.button('👍').click();
    await isFocused(ann.message('What now?'));
    await writes(ann, 'really nice');
    await goesTo(ann, ann.message('What now?'), 'Shift+Tab');
    await press(ann, 'r');
    await ann.page.getByText('Replying to Bob').waitFor();
  });
});

it('Home within a draft is no walk to a message: one that is gone to by its address takes no letters', async () => {
  const [ann] = await stage.inTheRoom('Ann');
  await ann.sendMessage('Read this');
  await ann.hasSent('Read this');
  await isNowhere(ann);
  await ann.composer.fill('Draft');
  await ann.composer.press('Home');
  await ann.page.evaluate(() => (location.hash = '#1'));
  await isFocused(ann.message('Read this'));
  await press(ann, 'r');
  await isFocused(ann.composer);
  expect(await ann.composer.inputValue()).toBe('rDraft');
});

describe('a text begins', () => {
  it('wherever one is: nowhere, on what was clicked, behind what was closed, beside what was selected', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    ann.isAltered = true;
    await ann.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await ann.sendMessage('```js\nlet a = 1;\n```');
    await isNowhere(ann);
    await ann.page.getByRole('log').click({ position: { x: 300, y: 60 } });
    await writes(ann, 'Nowhere');
    await ann.message('let a').getByRole('button', { name: 'Copy' }).click();
    await writes(ann, 'Copied');
    await ann.button('Search').click();
    await ann.dialog('Search').waitFor();
    await press(ann, 'Escape');
    await ann.dialog('Search').waitFor({ state: 'detached' });
    await writes(ann, 'Not searched');
    await ann.message('let a').locator('pre').dblclick();
    await press(ann, 'ControlOrMeta+c');
    await writes(ann, 'Selected');
    await isNowhere(ann);
    await ann.page.evaluate(() => navigator.clipboard.writeText('one\r\ntwo'));
    await press(ann, 'ControlOrMeta+v');
    await isFocused(ann.composer);
    expect(await ann.composer.inputValue()).toBe('one\ntwo');
  });

  it('behind the draft, of which nothing is lost, whatever was selected there', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.composer.fill('Draft');
    await ann.composer.press('ControlOrMeta+a');
    await isNowhere(ann);
    await press(ann, '!');
    await isFocused(ann.composer);
    expect(await ann.composer.inputValue()).toBe('Draft!');
  });

  it('with letters, however they are written, and with nothing that has another meaning', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await isNowhere(ann);
    for (const begins of [
      { key: 'a' },
      { key: 'A', shiftKey: true },
      { key: '你' },
      { key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true },
      { key: 'Dead' },
      { key: 'Process', keyCode: 229 },
    ])
      expect([begins, await takes(ann, begins)]).toEqual([begins, true]);
    for (const other of [
      { key: 'a', ctrlKey: true },
      { key: 'a', altKey: true },
      { key: 'a', metaKey: true },
      { key: ' ' },
      { key: 'Enter' },
      { key: 'PageUp' },
      { key: 'Shift', shiftKey: true },
    ])
      expect([other, await takes(ann, other)]).toEqual([other, false]);
    await press(ann, '?');
    await ann.dialog('Keyboard').waitFor();
    expect(await takes(ann, { key: 'a' })).toBe(false);
    await press(ann, 'Escape');
    await ann.dialog('Keyboard').waitFor({ state: 'detached' });
    await ann.button('Change your name').click();
    await isFocused(ann.page.getByRole('textbox', { name: 'Your name' }));
    expect(await takes(ann, { key: 'a' })).toBe(false);
  });

  it('by no key where it would bring up the keyboard of a screen', async () => {
    const ann = await stage.enter('Ann', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 800 },
    });
    await ann.button('Settings').waitFor();
    await lookAway(ann);
    expect(await takes(ann, { key: 'a' })).toBe(false);
  });
});
