import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { sayLines } from '../support/say-lines.ts';
import { setStage } from '../support/stage.ts';
import { goesTo, hasFocus, isFocused, press } from './focus.ts';

const stage = setStage({ RATE_BURST: '1000', RATE_PER_SECOND: '1000' });

const button = ({ page }: Person, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first();

async function says(person: Person, text: string): Promise<void> {
  await isFocused(person.composer);
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
  await isFocused(ann.dialog('Join').getByRole('textbox', { name: 'Your name' }));
  await ann.page.keyboard.type('Ann');
  await press(ann, 'Enter');
  await says(ann, 'By Enter');
  await ann.page.keyboard.type('By the button');
  await goesTo(ann, button(ann, 'Send'));
  await press(ann, 'Enter');
  await bob.sees('By the button');
  await isFocused(ann.composer);

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
  await ann.hasSent('@nobody Hello');
  await isFocused(ann.composer);

  await goesTo(ann, button(ann, 'Message Bob privately'));
  await press(ann, 'Enter');
  await isFocused(ann.composer);
  await goesTo(ann, button(ann, 'Send to everybody instead'), 'Shift+Tab');
  await press(ann, 'Enter');
  await isFocused(ann.composer);
  await goesTo(ann, button(ann, 'Change your name'));
  await press(ann, 'Enter');
  await isFocused(ann.page.getByRole('textbox', { name: 'Your name' }));
  await press(ann, 'Escape');
  await isFocused(button(ann, 'Change your name'));
  await goesTo(ann, ann.page.getByRole('link', { name: 'Start page' }), 'Shift+Tab');
  await press(ann, 'Enter');
  await ann.page.getByRole('textbox', { name: 'Room' }).waitFor();
  await goesTo(ann, ann.page.getByRole('button', { name: /^Forget/ }));
  await press(ann, 'Enter');
  await isFocused(button(ann, 'Settings'));
});

it('by keyboard alone one does with a message all that can be done', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await bob.sendMessage('What now?');
  await ann.sees('What now?');
  await says(ann, 'This');
  const [theirs, ours] = [ann.message('What now?'), ann.message('This')];
  await goesTo(ann, ours, 'Shift+Tab');
  await press(ann, 'ArrowUp');
  await isFocused(theirs);
  await goesTo(ann, theirs.getByRole('button', { name: 'React' }));
  await press(ann, 'Enter');
  await isFocused(button(ann, '👍'));
  await press(ann, 'Enter');
  await isFocused(theirs);
  await goesTo(ann, theirs.getByRole('button', { name: '👍 1' }));
  await press(ann, 'Enter');
  await theirs.getByRole('button', { name: '👍 1' }).waitFor({ state: 'detached' });
  await isFocused(theirs);
  await press(ann, '+');
  await goesTo(ann, button(ann, 'More emoji'));
  await press(ann, 'Enter');
  await isFocused(ann.dialog('Emoji').getByRole('searchbox'));
  await ann.page.keyboard.type('pizza');
  await press(ann, 'ArrowDown', 'Enter');
  await theirs.getByRole('button', { name: '🍕 1' }).waitFor();
  await isFocused(theirs);

  await goesTo(ann, theirs.getByRole('button', { name: 'Reply' }));
  await press(ann, 'Enter');
  await says(ann, 'An answer');
  await goesTo(ann, ann.message('An answer'), 'Shift+Tab');
  await press(ann, 'ArrowUp', 'e');
  await isFocused(ann.composer);
  await ann.page.keyboard.type(', I think');
  await press(ann, 'Enter');
  await bob.sees('This, I think');
  await isFocused(ann.composer);
  await goesTo(ann, ours, 'Shift+Tab');
  await press(ann, 'End');
  await isFocused(ann.message('An answer'));
  await goesTo(ann, ann.message('An answer').getByRole('button', { name: 'Delete' }));
  await press(ann, 'Enter');
  await isFocused(ann.dialog('Delete this message?').getByRole('button', { name: 'Cancel' }));
  await press(ann, 'Shift+Tab', 'Enter');
  const tombstone = ann.message('Message deleted');
  await isFocused(tombstone);
  await goesTo(ann, ann.composer);
});

it('right before the composer, on the buttons of the newest message, keys do what they do on the message', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await bob.sendMessage('What now?');
  await ann.sees('What now?');
  await says(ann, 'This');
  const comesBefore = async () => {
    await press(ann, 'Shift+Tab');
    await isFocused(ann.message('This').getByRole('button', { name: 'More' }));
  };
  await comesBefore();
  await press(ann, 'ArrowUp');
  await isFocused(ann.message('What now?'));
  await goesTo(ann, ann.composer);
  await goesTo(ann, ann.message('What now?').getByRole('button', { name: 'More' }), 'Shift+Tab');
  await press(ann, 'End');
  await isFocused(ann.message('This'));
  await goesTo(ann, ann.composer);
  await comesBefore();
  await press(ann, 'e');
  await ann.page.getByText('Editing your message').waitFor();
  await isFocused(ann.composer);
  await press(ann, 'Escape');
  await comesBefore();
  await press(ann, '+');
  await isFocused(button(ann, '👍'));
});

it('by keyboard alone one opens all that there is around the messages, and is back where one was', async () => {
  const [ann] = await stage.inTheRoom('Ann', 'Bob');
  await says(ann, 'Hello');
  const opens = async (name: string | RegExp, opened: Locator, within: () => Promise<void>) => {
    await goesTo(ann, button(ann, name), 'Shift+Tab');
    await press(ann, 'Enter');
    await opened.waitFor();
    await expect.poll(() => opened.evaluate((it) => it.contains(document.activeElement))).toBe(true);
    await within();
    await press(ann, 'Escape');
    await opened.waitFor({ state: 'hidden' });
    await isFocused(button(ann, name));
  };
  const theme = () => ann.page.locator('html').getAttribute('data-theme');
  await opens('Invite', ann.dialog(/^Invite to/), () =>
    goesTo(ann, ann.dialog(/^Invite to/).getByRole('button', { name: 'Copy link' })),
  );
  await opens('Settings', ann.dialog('Settings'), async () => {
    const before = await theme();
    await goesTo(ann, ann.dialog('Settings').getByRole('radio', { name: 'System', exact: true }));
    await press(ann, 'ArrowRight', 'ArrowRight');
    await ann.dialog('Settings').getByRole('radio', { name: 'Dark', checked: true }).waitFor();
    expect(await theme()).not.toBe(before);
  });
  await opens('Keyboard', ann.dialog('Keyboard'), async () => {});
  await ann.page.setViewportSize({ width: 390, height: 800 });
  await opens(/Show people/, ann.dialog('People'), async () => {});
  await ann.page.setViewportSize({ width: 1280, height: 720 });
});

it('by keyboard alone one goes far back, to what was answered, and to the newest', async () => {
  await sayLines(stage.room, 200);
  const [ann] = await stage.inTheRoom('Ann');
  await ann.sees('Line 200');
  await isFocused(ann.composer);
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
  await isFocused(first);
  await goesTo(ann, button(ann, 'Back to where you were'));
  await press(ann, 'Enter');
  await isFocused(ann.message('An answer'));
  await goesTo(ann, quote);
  await press(ann, 'Enter');
  await isFocused(first);
  await goesTo(ann, button(ann, 'Jump to latest'));
  await press(ann, 'Enter');
  await ann.sees('An answer');
  await isFocused(ann.composer);
});
