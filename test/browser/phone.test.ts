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
