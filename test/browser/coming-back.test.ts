import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { looksAway, looksBack, withBobAway } from './looking.ts';

const stage = setStage();

/** Whether one would see it without scrolling. */
const isInSight = (what: Locator) =>
  what.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

const latest = ({ page }: Person) => page.getByRole('button', { name: 'Jump to latest' });
const freshLine = ({ page }: Person) => page.getByRole('separator', { name: 'New messages' });

/** More than a window shows. */
const LONG = Array.from({ length: 60 }, (_, line) => `Verse ${line}`).join('\n');

/** Waits until the page has done what it does when somebody is back: it takes it two frames. */
async function hasSettled({ page }: Person): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
  });
}

describe('back in a tab', () => {
  let ann: Person;
  let bob: Person;

  beforeEach(async () => {
    ({ ann, bob } = await withBobAway(stage));
  });

  it('what does not fit the window is shown from its line on, and is missed until one has gone to its end', async () => {
    await ann.sendMessage('Hey @Bob, are you there?');
    await ann.sendMessage(LONG);
    await expect.poll(() => bob.page.title()).toMatch(/^@1 \(2\) stage/);
    await looksBack(bob);
    await latest(bob).waitFor();
    expect(await isInSight(freshLine(bob))).toBe(true);
    expect(await isInSight(bob.message('Hey @Bob'))).toBe(true);
    expect(await latest(bob).textContent()).toContain('2');
    expect(await bob.page.title()).toMatch(/^@1 \(2\) stage/);
    await latest(bob).click();
    await expect.poll(() => bob.page.title()).toMatch(/^stage/);
  });

  it('what stands before one is read, though the room is over for them by then', async () => {
    await ann.sendMessage('One more thing');
    await expect.poll(() => bob.page.title()).toMatch(/^\(1\) stage/);
    await ann.page.getByText('Owner', { exact: true }).first().waitFor();
    await ann.sendMessage('/kick @Bob');
    await bob.page.getByText('A host removed you.').waitFor();
    await looksBack(bob);
    await expect.poll(() => bob.page.title()).toMatch(/^stage/);
  });

  it('one who went on from the line and left the tab in between is there still', async () => {
    await ann.sendMessage(LONG);
    await expect.poll(() => bob.page.title()).toMatch(/^\(1\) stage/);
    await looksBack(bob);
    await latest(bob).waitFor();
    const place = () => bob.page.getByRole('log').evaluate((log) => log.scrollTop);
    const line = await place();
    await bob.page.getByRole('log').hover();
    await bob.page.mouse.wheel(0, 300);
    await expect.poll(place).toBe(line + 300);
    await looksAway(bob);
    await ann.sendMessage('And another thing');
    await expect.poll(() => bob.page.title()).toMatch(/^\(2\) stage/);
    await looksBack(bob);
    await hasSettled(bob);
    expect(await place()).toBe(line + 300);
  });
});

/** Ann, who has said something, and Bob, who has read it; his line can be cut, and is not mended until he may return. */
async function withBobOnALine() {
  const [ann] = await stage.inTheRoom('Ann');
  const bob = await stage.somebody();
  bob.isAltered = true;
  const { promise: mayReturn, resolve: letReturn } = Promise.withResolvers<void>();
  const drop: (() => void)[] = [];
  await bob.page.routeWebSocket(/\/socket$/, async (socket) => {
    if (drop.length > 0) await mayReturn;
    socket.connectToServer();
    drop.push(() => void socket.close({ code: 4500 }));
  });
  const isCut = async () => {
    for (const close of drop) close();
    await bob.page.getByRole('status').getByText('Connected', { exact: true }).waitFor({ state: 'detached' });
  };
  await ann.sendMessage('Good morning');
  await ann.hasSent('Good morning');
  await bob.joinRoom(stage.room, 'Bob');
  await bob.hasRead();
  return { ann, bob, isCut, letReturn };
}

it('who is back before the line is has read what stands there', async () => {
  const { ann, bob, isCut, letReturn } = await withBobOnALine();
  await looksAway(bob);
  await ann.sendMessage('One more thing');
  await expect.poll(() => bob.page.title()).toMatch(/^\(1\) stage/);
  await isCut();
  await looksBack(bob);
  await expect.poll(() => bob.page.title()).toMatch(/^stage/);
  letReturn();
});

it('what was said while the line was down is shown from where it begins, too', async () => {
  const { ann, bob, isCut, letReturn } = await withBobOnALine();
  await isCut();
  await ann.sendMessage('Hey @Bob, are you there?');
  await ann.sendMessage(LONG);
  await ann.hasSent('Verse 59');
  letReturn();
  await bob.triesNow();
  await latest(bob).waitFor();
  expect(await isInSight(freshLine(bob))).toBe(true);
  expect(await bob.page.title()).toMatch(/^@1 \(2\) stage/);
});
