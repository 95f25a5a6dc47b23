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
