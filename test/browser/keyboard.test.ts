import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { sayLines } from '../support/say-lines.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage({ RATE_BURST: '1000', RATE_PER_SECOND: '1000' });
const MOST_STEPS = 40;

const press = ({ page }: Person, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

const hasFocus = (element: Locator) => element.evaluate((it) => it === document.activeElement);

/** The focus is there, or comes; it is never left nowhere. */
async function isAt(element: Locator): Promise<void> {
  await element.waitFor();
  await expect.poll(() => hasFocus(element)).toBe(true);
}

/** By Tab alone, which passes each thing once. */
async function goesTo(person: Person, element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await element.waitFor();
  for (let step = 0; !(await hasFocus(element)); step++) {
    if (step === MOST_STEPS) throw new Error(`Tab does not lead to ${element}.`);
    await press(person, key);
  }
}

const button = ({ page }: Person, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first();
const dialog = ({ page }: Person, name: string | RegExp) => page.getByRole('dialog', { name });

async function says(person: Person, text: string): Promise<void> {
  await isAt(person.composer);
  await person.page.keyboard.type(text);
  await press(person, 'Enter');
  await person.hasSent(text);
}

it('by keyboard alone one comes in, talks, writes to somebody in private, and leaves', async () => {
  const [bob] = await stage.inTheRoom('Bob');
  const ann = await stage.somebody();
  await ann.opens(stage.server.origin);
  await goesTo(ann, ann.page.getByRole('textbox', { name: 'Room' }));
  await ann.page.keyboard.type(new URL(stage.room).pathname.slice(3));
  await press(ann, 'Enter');
  await isAt(dialog(ann, 'Join').getByRole('textbox', { name: 'Your name' }));
  await ann.page.keyboard.type('Ann');
  await press(ann, 'Enter');
  await says(ann, 'By Enter');
  await ann.page.keyboard.type('By the button');
  await goesTo(ann, button(ann, 'Send'));
  await press(ann, 'Enter');
  await bob.sees('By the button');
  await isAt(ann.composer);

  await press(ann, '@');
  await ann.page.locator('textarea[aria-autocomplete="list"]').waitFor();
  await press(ann, 'b');
  await ann.page.getByRole('option', { name: 'Bob privately' }).waitFor();
  await press(ann, 'Enter');
  await ann.page.getByText('Only Bob will see this.').first().waitFor();
  await says(ann, 'A word aside');
  await ann.page.keyboard.type('@nobody Hello');
  await press(ann, 'Enter');
  await goesTo(ann, button(ann, 'Send to everybody'), 'Shift+Tab');
  await press(ann, 'Enter');
  await bob.sees('@nobody Hello');
  await isAt(ann.composer);

  await goesTo(ann, button(ann, 'Message Bob privately'));
  await press(ann, 'Enter');
  await isAt(ann.composer);
  await goesTo(ann, button(ann, 'Send to everybody instead'), 'Shift+Tab');
  await press(ann, 'Enter');
  await isAt(ann.composer);
  await goesTo(ann, button(ann, 'Change your name'));
  await press(ann, 'Enter');
  await isAt(ann.page.getByRole('textbox', { name: 'Your name' }));
  await press(ann, 'Escape');
  await isAt(button(ann, 'Change your name'));
  await goesTo(ann, ann.page.getByRole('link', { name: 'Start page' }), 'Shift+Tab');
  await press(ann, 'Enter');
  await ann.page.getByRole('textbox', { name: 'Room' }).waitFor();
  await goesTo(ann, ann.page.getByRole('button', { name: /^Forget/ }));
  await press(ann, 'Enter');
  await isAt(button(ann, 'Settings'));
});

it('by keyboard alone one does with a message all that can be done', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await bob.sendMessage('What now?');
  await ann.sees('What now?');
  await says(ann, 'This');
  const [theirs, ours] = [ann.message('What now?'), ann.message('This')];
  await goesTo(ann, ours, 'Shift+Tab');
  await press(ann, 'ArrowUp');
  await isAt(theirs);
  await goesTo(ann, theirs.getByRole('button', { name: 'React' }));
  await press(ann, 'Enter');
  await isAt(button(ann, '👍'));
  await press(ann, 'Enter');
  await isAt(theirs);
  await goesTo(ann, theirs.getByRole('button', { name: '👍 1' }));
  await press(ann, 'Enter');
  await theirs.getByRole('button', { name: '👍 1' }).waitFor({ state: 'detached' });
  await isAt(theirs);
  await press(ann, '+');
  await goesTo(ann, button(ann, 'More emoji'));
  await press(ann, 'Enter');
  await isAt(dialog(ann, 'Emoji').getByRole('searchbox'));
  await ann.page.keyboard.type('pizza');
  await press(ann, 'ArrowDown', 'Enter');
  await theirs.getByRole('button', { name: '🍕 1' }).waitFor();
  await isAt(theirs);

  await goesTo(ann, theirs.getByRole('button', { name: 'Reply' }));
  await press(ann, 'Enter');
  await says(ann, 'An answer');
  await goesTo(ann, ann.message('An answer'), 'Shift+Tab');
  await press(ann, 'ArrowUp', 'e');
  await isAt(ann.composer);
  await ann.page.keyboard.type(', I think');
  await press(ann, 'Enter');
  await bob.sees('This, I think');
  await isAt(ann.composer);
  await goesTo(ann, ours, 'Shift+Tab');
  await press(ann, 'End');
  await isAt(ann.message('An answer'));
  await goesTo(ann, ann.message('An answer').getByRole('button', { name: 'Delete' }));
  await press(ann, 'Enter');
  await isAt(dialog(ann, 'Delete this message?').getByRole('button', { name: 'Cancel' }));
  await press(ann, 'Shift+Tab', 'Enter');
  const tombstone = ann.message('Message deleted');
  await isAt(tombstone);
  await goesTo(ann, ann.composer);
});

it('by keyboard alone one opens all that there is around the messages, and is back where one was', async () => {
  const [ann] = await stage.inTheRoom('Ann', 'Bob');
  await says(ann, 'Hello');
  const opens = async (name: string | RegExp, opened: Locator, within: () => Promise<void>) => {
    await goesTo(ann, button(ann, name), 'Shift+Tab');
    await press(ann, 'Enter');
    await opened.waitFor();
    expect(await opened.evaluate((it) => it.contains(document.activeElement))).toBe(true);
    await within();
    await press(ann, 'Escape');
    await opened.waitFor({ state: 'hidden' });
    await isAt(button(ann, name));
  };
  const theme = () => ann.page.locator('html').getAttribute('data-theme');
  await opens('Invite', dialog(ann, /^Invite to/), () =>
    goesTo(ann, dialog(ann, /^Invite to/).getByRole('button', { name: 'Copy link' })),
  );
  await opens('Settings', dialog(ann, 'Settings'), async () => {
    const before = await theme();
    await goesTo(ann, dialog(ann, 'Settings').getByRole('radio', { name: 'System', exact: true }));
    await press(ann, 'ArrowRight', 'ArrowRight');
    await dialog(ann, 'Settings').getByRole('radio', { name: 'Dark', checked: true }).waitFor();
    expect(await theme()).not.toBe(before);
  });
  await opens('Keyboard', dialog(ann, 'Keyboard'), async () => {});
  await ann.page.setViewportSize({ width: 390, height: 800 });
  await opens(/Show people/, dialog(ann, 'People'), async () => {});
  await ann.page.setViewportSize({ width: 1280, height: 720 });
});

it('by keyboard alone one goes far back, to what was answered, and to the newest', async () => {
  await sayLines(stage.room, 200);
  const [ann] = await stage.inTheRoom('Ann');
  await ann.sees('Line 200');
  await isAt(ann.composer);
  const first = ann.page.locator('article').filter({ hasText: /Line 1$/ });
  await goesTo(ann, ann.message('Line 200'), 'Shift+Tab');
  await expect
    .poll(
      async () => {
        await press(ann, 'Home');
        return first.count();
      },
      { interval: 50 },
    )
    .toBe(1);
  await expect
    .poll(
      async () => {
        await press(ann, 'Home');
        return hasFocus(first);
      },
      { interval: 50 },
    )
    .toBe(true);
  await press(ann, 'r');
  await says(ann, 'An answer');
  await goesTo(ann, ann.message('An answer'), 'Shift+Tab');
  const quote = ann.page.getByRole('button', { name: 'In answer to' });
  await goesTo(ann, quote);
  await press(ann, 'Enter');
  await isAt(first);
  await goesTo(ann, button(ann, 'Back to where you were'));
  await press(ann, 'Enter');
  await isAt(ann.message('An answer'));
  await goesTo(ann, quote);
  await press(ann, 'Enter');
  await isAt(first);
  await goesTo(ann, button(ann, 'Jump to latest'));
  await press(ann, 'Enter');
  await ann.sees('An answer');
  await isAt(ann.composer);
});
