import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

const HIGH = 844;
const phone = (width: number) => ({ viewport: { width, height: HIGH }, hasTouch: true, isMobile: true });

/** As long as a name may be. */
const HEDGEHOG = 'Patient Hedgehog, Most Unhurried';

/** Buttons of which not the whole can be seen and tapped. */
const outOfReach = (buttons: Locator) =>
  buttons.evaluateAll((all) =>
    all
      .filter((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        const ends = [left + 3, right - 3].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
        return left < 0 || right > innerWidth || ends.some((end) => end?.closest('button') !== button);
      })
      .map((button) => button.textContent),
  );

describe('what a host can do with a message', () => {
  it.each([
    [390, 'ltr'],
    [390, 'rtl'],
    [320, 'ltr'],
    [320, 'rtl'],
  ])('is all on the screen at %d px, %s', async (width, dir) => {
    const ann = await stage.enter('Ann', phone(width));
    await ann.composer.fill('Mine, then.');
    await ann.button('Send').tap();
    await ann.hasSent('Mine, then.');
    const hedgehog = await stage.enter(HEDGEHOG);
    await hedgehog.sendMessage('Hello');
    await ann.sees('Hello');
    await ann.page.evaluate((value) => (document.documentElement.dir = value), dir);
    await ann.message('Hello').getByText('Hello').tap();
    await ann.message('Hello').getByRole('button', { name: 'More' }).tap();
    const actions = ann.page.getByRole('group', { name: 'More actions' }).getByRole('button');
    await ann.button(`Manage ${HEDGEHOG}`).waitFor();
    expect(await actions.count()).toBe(3);
    expect(await outOfReach(actions)).toEqual([]);
    await actions.first().tap();
    await ann.page.getByText('Text copied').first().waitFor();
  });
});

describe('what a tap on a message shows', () => {
  const toolbar = (person: Person, text: string) =>
    person.message(text).getByRole('toolbar', { name: 'Message actions' });

  const isShown = (bar: Locator) => bar.evaluate((element) => getComputedStyle(element).opacity === '1');

  const edges = (what: Locator) =>
    what.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom };
    });

  it('leaves the name of who said it to be read, and goes at a tap on anything else', async () => {
    const bob = await stage.enter('Bob');
    for (const text of ['One', 'Two', 'Three']) await bob.sendMessage(text);
    await bob.hasSent('Three');
    const ann = await stage.enter('Ann', phone(390));
    await ann.sendMessage('Mine');
    await ann.button('Send').tap();
    await ann.hasSent('Mine');
    const actions = toolbar(ann, 'Mine');
    await ann.message('Mine').getByText('Mine').tap();
    await expect.poll(() => isShown(actions)).toBe(true);
    const name = ann.message('Mine').getByText('Ann', { exact: true });
    expect((await edges(actions)).bottom).toBeLessThanOrEqual((await edges(name)).top);
    await actions.getByRole('button', { name: 'Delete' }).tap();
    const question = ann.dialog('Delete this message?');
    await question.waitFor();
    expect((await edges(question)).bottom).toBeLessThanOrEqual((await edges(name)).top);
    await ann.composer.tap();
    await question.waitFor({ state: 'detached' });
    await expect.poll(() => isShown(actions)).toBe(false);
    await ann.message('One').getByText('One').tap();
    await expect.poll(() => isShown(toolbar(ann, 'One'))).toBe(true);
    await ann.page.getByRole('heading', { level: 1 }).tap();
    await expect.poll(() => isShown(toolbar(ann, 'One'))).toBe(false);
  });

  it('can be reached of a message at the upper edge, and of one that is longer than the screen', async () => {
    const bob = await stage.enter('Bob');
    const lines = (name: string, count: number) =>
      Array.from({ length: count }, (_, line) => `${name} ${line}`).join('\n');
    for (const text of [lines('Before', 30), 'At the edge', lines('Long', 60)]) await bob.sendMessage(text);
    await bob.hasSent('Long 59');
    const ann = await stage.enter('Ann', phone(390));
    const isReached = async (text: string, down: number) => {
      const message = ann.message(text);
      await message.evaluate((element, by) => {
        const log = element.closest('[role=log]');
        const place = element.getBoundingClientRect().top - (log?.getBoundingClientRect().top ?? 0);
        log?.scrollBy(0, place + by);
      }, down);
      await message.tap({ position: { x: 100, y: down + 12 } });
      await expect.poll(() => isShown(toolbar(ann, text))).toBe(true);
      expect(await outOfReach(toolbar(ann, text).getByRole('button'))).toEqual([]);
    };
    await ann.sees('Long 59');
    await isReached('At the edge', 0);
    await isReached('Long 59', 200);
  });
});

/** As iOS does: the page stays as high as it was, and its lower part is covered. */
async function hasKeyboard({ page }: Person, visible: number): Promise<void> {
  await page.evaluate((height) => {
    Object.defineProperty(visualViewport, 'height', { value: height, configurable: true });
    visualViewport?.dispatchEvent(new Event('resize'));
  }, visible);
}

/** Where it begins and ends, once it moves no more. */
async function place(dialog: Locator): Promise<{ top: number; bottom: number }> {
  await dialog.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
  return dialog.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top, bottom };
  });
}

it('a button that was tapped does not stay grey', async () => {
  const ann = await stage.enter('Ann', phone(390));
  const emoji = ann.button('Emoji');
  const ground = () => emoji.evaluate((button) => getComputedStyle(button).backgroundColor);
  await emoji.tap();
  await ann.dialog('Emoji').waitFor();
  await ann.page.keyboard.press('Escape');
  await ann.dialog('Emoji').waitFor({ state: 'detached' });
  expect(await emoji.evaluate((button) => button.matches(':hover'))).toBe(true);
  expect(await ground()).toBe('rgba(0, 0, 0, 0)');
});

it('who is typing gives way to that they are, where both are too long', async () => {
  const others = [await stage.enter(HEDGEHOG), await stage.enter('Maximiliane Hohenlohe-Schilling')];
  const ann = await stage.enter('Ann', phone(390));
  const line = ann.page.locator('.typing');
  const seen = () =>
    line.evaluate((whole) => {
      const [who, does] = whole.children;
      const isCut = (part: Element | undefined) => part && part.scrollWidth > part.clientWidth;
      const isInside = (does?.getBoundingClientRect().right ?? 0) <= whole.getBoundingClientRect().right;
      return { does: does?.textContent, isCut: [who, does].map(isCut), isInside };
    });
  const seenWhileTheyType = async () => {
    for (const { composer } of others) await composer.press('x');
    return seen();
  };
  await expect
    .poll(seenWhileTheyType)
    .toEqual({ does: ' are typing…', isCut: [true, false], isInside: true });
});

it('dialogs and sheets stand above a keyboard that is laid over the page', async () => {
  const VISIBLE = 400;
  const ann = await stage.somebody({ ...phone(390), userAgent: 'iPhone' });
  await ann.opens(stage.room);
  const isAbove = async (dialog: Locator) => {
    await dialog.waitFor();
    expect((await place(dialog)).bottom).toBeGreaterThan(VISIBLE);
    await hasKeyboard(ann, VISIBLE);
    const { top, bottom } = await place(dialog);
    expect(bottom).toBeLessThanOrEqual(VISIBLE);
    expect(top).toBeGreaterThanOrEqual(0);
    await hasKeyboard(ann, HIGH);
  };
  const join = ann.page.getByRole('dialog', { name: 'Join' });
  await isAbove(join);
  await join.getByRole('button', { name: 'Join' }).tap();
  await ann.composer.waitFor();
  await ann.button('Settings').tap();
  await isAbove(ann.page.getByRole('dialog', { name: 'Settings' }));
  await ann.page.keyboard.press('Escape');
  await ann.button('Emoji').tap();
  await isAbove(ann.page.getByRole('dialog', { name: 'Emoji' }));
});

it('the header keeps its places while one joins and others come, and a short name is read whole', async () => {
  const room = `${stage.server.origin}/r/p-${crypto.randomUUID().slice(0, 5)}`;
  const ann = await stage.somebody(phone(320));
  await ann.opens(room);
  const inviteAt = async () => (await ann.button('Invite').boundingBox())?.x;
  const before = await inviteAt();
  await ann.joinRoom(room, 'Ann');
  for (const name of ['Bob', 'Carl', 'Dora']) {
    const other = await stage.somebody();
    await other.joinRoom(room, name);
    await ann.button('Show people').click();
    await ann.dialog('People').getByText(name, { exact: true }).waitFor();
    await ann.page.keyboard.press('Escape');
    expect(await inviteAt()).toBe(before);
  }
  const isWhole = await ann.page
    .getByRole('heading', { level: 1 })
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
  expect(isWhole).toBe(true);
});

it('what stands in a sheet begins where its heading does, in one as in another', async () => {
  const ann = await stage.enter('Ann', phone(390));
  const startOf = (what: Locator) =>
    what.evaluate((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      const place = element.tagName === 'H2' ? words : element;
      return Math.round(place.getBoundingClientRect().left);
    });
  const starts = async (opener: string, what: (sheet: Locator) => Locator) => {
    await ann.button(opener).tap();
    const sheet = ann.dialog();
    const found = [await startOf(sheet.getByRole('heading').first()), await startOf(what(sheet).first())];
    await ann.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    return found;
  };
  const settings = await starts('Settings', (sheet) => sheet.getByRole('textbox'));
  const [heading, field] = settings;
  expect(field).toBe(heading);
  expect(await starts('Search', (sheet) => sheet.getByRole('searchbox'))).toEqual(settings);
  expect(await starts('Show people', (sheet) => sheet.getByRole('link', { name: 'Text' }))).toEqual(settings);
});
