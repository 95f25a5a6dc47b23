import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { goesTo } from './focus.ts';

const stage = setStage();

const clipboard = (person: Person) => person.page.evaluate(() => navigator.clipboard.readText());

async function mayCopy(person: Person): Promise<void> {
  person.isAltered = true;
  await person.context.grantPermissions(['clipboard-read', 'clipboard-write']);
}

const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } };

/** Watches from now on for words that may stand there for a moment alone; answers how to wait for them. */
async function watchFor(message: Locator, words: string): Promise<() => Promise<void>> {
  const watch = await message.evaluateHandle((article, wanted) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => article.textContent.includes(wanted) && resolve();
    new MutationObserver(look).observe(article, { subtree: true, childList: true, characterData: true });
    return { promise };
  }, words);
  return () => watch.evaluate(({ promise }) => promise);
}

/** A finger on it, until what is to be seen then is there. */
async function rests(person: Person, on: Locator, until: () => Promise<unknown>) {
  const devtools = await person.context.newCDPSession(person.page);
  const box = await on.boundingBox();
  if (!box) throw new Error('There is nothing to touch.');
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await until();
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await until();
}

/** By how much of 255 the ground of `part` is set off from that of the message around it, as they are painted. */
const setOff = (message: Locator, part: string) =>
  message.evaluate((article, selector) => {
    const brush = document.createElement('canvas').getContext('2d');
    const inner = article.querySelector(selector);
    if (!brush || !inner) throw new Error('There is nothing to compare.');
    const [around = 0, within = 0] = [article, inner].map((element) => {
      brush.fillStyle = getComputedStyle(element).backgroundColor;
      brush.fillRect(0, 0, 1, 1);
      return brush.getImageData(0, 0, 1, 1).data[1];
    });
    return Math.abs(around - within);
  }, part);

describe('a message', () => {
  it('shows code within a line on a ground of its own, also while it is pointed at', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Say `please` first');
    const message = ann.message('first');
    await message.locator('code').waitFor();
    await message.hover();
    expect(await setOff(message, 'code')).toBeGreaterThan(8);
  });

  it('in Markdown is shown as it is meant, its code in colours, folded where it is long', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await mayCopy(bob);
    const code = `const far = "${'away '.repeat(60)}";${'\nlet x = 1;'.repeat(50)}`;
    await ann.sendMessage(`Look **here**:\n\`\`\`js\n${code}\n\`\`\``);
    const message = bob.message('Look');
    await message.locator('strong', { hasText: 'here' }).waitFor();
    await message.locator('.code-keyword', { hasText: 'const' }).waitFor();
    const saysCopied = await watchFor(message, 'Copied');
    await message.getByRole('button', { name: 'Copy' }).click();
    await saysCopied();
    expect(await clipboard(bob)).toBe(code);
    const height = () => message.evaluate((article) => article.clientHeight);
    const folded = await height();
    await message.getByRole('button', { name: 'Show all' }).click();
    await message.getByRole('button', { name: 'Show less' }).waitFor();
    expect(await height()).toBeGreaterThan(2 * folded);
    const { scrollWidth, clientWidth } = await message.evaluate((article) => ({
      scrollWidth: article.scrollWidth,
      clientWidth: article.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
    expect(bob.complaints).toEqual([]);
  });

  it('holds all of the code that was typed between ticks, on whatever lines they stand', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await mayCopy(bob);
    const code = 'SELECT name FROM users\nWHERE id = 1;';
    await ann.sendMessage(`\`\`\`${code}\`\`\``);
    const message = bob.message('WHERE');
    await message.locator('pre').waitFor();
    expect(await message.locator('pre').textContent()).toBe(code);
    const saysCopied = await watchFor(message, 'Copied');
    await message.getByRole('button', { name: 'Copy' }).click();
    await saysCopied();
    expect(await clipboard(bob)).toBe(code);
  });

  it('in Markdown takes as much place as it took as typed, before its renderer was there', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    for (const text of [
      '- first\n- then',
      '> quoted\nand on',
      '**bold** and `code`',
      'a:\n\n1. one\n2. two\n\nb',
    ])
      await ann.sendMessage(text);
    await ann.hasSent('two');
    const bob = await stage.somebody();
    let comes = () => {};
    const mayCome = new Promise<void>((resolve) => (comes = resolve));
    await bob.page.route('**/assets/markdown-*', async (route) => {
      await mayCome;
      await route.continue();
    });
    await bob.page.goto(stage.room, { waitUntil: 'commit' });
    await bob.sees('2. two');
    const heights = () =>
      bob.messages.evaluateAll((messages) => messages.map(({ clientHeight }) => clientHeight));
    const before = await heights();
    comes();
    await bob.message('one').getByRole('listitem').first().waitFor();
    expect(await heights()).toEqual(before);
    await bob.page.unrouteAll({ behavior: 'wait' });
  });

  it('whose React is clicked twice has no reaction yet', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Nice?');
    await ann.hasSent('Nice?');
    const message = ann.message('Nice?');
    await message.hover();
    await message.getByRole('button', { name: 'React' }).dblclick();
    await ann.button('👀').click();
    await message.getByRole('button', { name: '👀 1' }).waitFor();
    expect(await message.locator('.reaction[aria-pressed]').count()).toBe(1);
  });

  it('of which one asked whether to delete it is asked about no more once one presses elsewhere', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Keep me');
    await ann.hasSent('Keep me');
    await ann.does('Delete', 'Keep me');
    const question = ann.dialog('Delete this message?');
    await question.waitFor();
    await ann.composer.click();
    await question.waitFor({ state: 'detached' });
  });

  it('of code alone leaves the button that copies it uncovered by what can be done with the message', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    for (const text of ['This one:', '```js\nlet a = 1;\n```']) await ann.sendMessage(text);
    await ann.hasSent('let a');
    const copy = ann.message('let a').getByRole('button', { name: 'Copy', exact: true });
    await ann.message('let a').getByRole('toolbar').waitFor();
    await ann.message('let a').getByText('let').first().hover();
    const isWhole = await copy.evaluate((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const ends = [left + 3, right - 3].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
      return ends.every((end) => button.contains(end));
    });
    expect(isWhole).toBe(true);
  });

  it('is copied, and so is its address', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await mayCopy(ann);
    await ann.sendMessage('Look *here*');
    await ann.hasSent('Look');
    await ann.does('More', 'Look');
    await ann.page.getByRole('button', { name: 'Copy text' }).click();
    await ann.page.getByText('Text copied').first().waitFor();
    expect(await clipboard(ann)).toBe('Look *here*');
    await ann.does('More', 'Look');
    await ann.page.getByRole('button', { name: 'Copy link' }).click();
    await ann.page.getByText('Link copied').first().waitFor();
    expect(await clipboard(ann)).toMatch(new RegExp(`^${stage.room}#\\d+$`));
  });

  it('says who reacted to whoever points at it, or comes by keyboard, and takes more reactions', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('Who is coming?');
    await bob.hasSent('Who is coming?');
    await bob.does('React', 'Who is coming?');
    await bob.page.getByRole('button', { name: '👍' }).click();
    const chip = ann.message('Who is coming?').getByRole('button', { name: '👍 1' });
    const people = ann.page.getByRole('tooltip', { name: 'Bob', exact: true });
    await chip.hover();
    await people.waitFor();
    await ann.page.mouse.move(0, 0);
    await people.waitFor({ state: 'hidden' });
    await ann.message('Who is coming?').focus();
    await goesTo(ann, chip);
    await people.waitFor();
    await ann.page.getByRole('button', { name: 'Add another emoji' }).click();
    await ann.page.getByRole('button', { name: '🎉' }).click();
    await bob.message('Who is coming?').getByRole('button', { name: '🎉 1' }).waitFor();
  });

  it('under a resting finger shows what can be done with it, and a reaction who reacted', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Who is coming?');
    await ann.hasSent('Who is coming?');
    await ann.does('React', 'Who is coming?');
    await ann.page.getByRole('button', { name: '👍' }).click();
    const bob = await stage.enter('Bob', phone);
    await bob.sees('Who is coming?');
    const message = bob.message('Who is coming?');
    const actions = message.getByRole('toolbar', { name: 'Message actions' });
    const isShown = () =>
      expect.poll(() => actions.evaluate((bar) => getComputedStyle(bar).opacity)).toBe('1');
    await rests(bob, message.getByText('Who is coming?'), isShown);
    await actions.getByRole('button', { name: 'More' }).tap();
    await actions.getByRole('button', { name: 'Copy link' }).waitFor();
    const chip = message.getByRole('button', { name: '👍 1' });
    await rests(bob, chip, () => message.getByText('Ann', { exact: true }).last().waitFor());
    expect(await chip.getAttribute('aria-pressed')).toBe('false');
  });
});
