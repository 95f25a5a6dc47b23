import { beforeEach, describe, expect, it } from 'vitest';
import { looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { sign } from './composer.ts';

const stage = setStage();
let ann: Person;

beforeEach(async () => {
  [ann] = await stage.inTheRoom('Ann', 'Bob');
  await ann.person('Bob').waitFor();
});

describe('the page around it', () => {
  it('[R6] saves the transcript in three forms', async () => {
    await ann.button('Save transcript').click();
    for (const [name, format] of [
      ['Text', 'txt'],
      ['JSON', 'json'],
      ['Web page', 'html'],
    ] as const) {
      const link = ann.page.getByRole('link', { name, exact: true });
      const { pathname } = new URL(stage.room);
      expect(await link.getAttribute('href')).toBe(
        `/api/rooms/${pathname.slice(3)}/transcript?format=${format}`,
      );
      expect(await link.getAttribute('download')).not.toBeNull();
    }
    await ann.page.keyboard.press('Escape');
    await ann.page.getByRole('link', { name: 'JSON' }).waitFor({ state: 'hidden' });
  });

  it.each([1280, 390])('axe finds nothing, %i px', async (width) => {
    const dora = await stage.enter('Dora', { viewport: { width, height: 800 } });
    await ann.person('Dora').waitFor();
    await dora.sendMessage('Good morning');
    await ann.sendMessage('@Dora A word aside');
    await dora.sees('A word aside');
    await dora.does('Reply', 'A word aside');
    await dora.composer.fill('For you');
    await looksRight(dora);
    await dora.button('Send to everybody instead').click();
    await dora.sendMessage('@zoe are you there?');
    await dora.button('Send to everybody').waitFor();
    await dora.button(width < 900 ? 'Show people' : 'Save transcript').click();
    await dora.page.getByRole('link', { name: 'JSON' }).waitFor();
    await looksRight(dora);
  });

  it('on a phone, a name in the sheet of people starts one', async () => {
    const dora = await stage.enter('Dora', { viewport: { width: 320, height: 640 }, hasTouch: true });
    await dora.button('Show people').click();
    await dora.page.getByRole('button', { name: 'Message Bob privately' }).click();
    await sign(dora).waitFor();
    await dora.isReadyToWrite();
    expect(await dora.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
