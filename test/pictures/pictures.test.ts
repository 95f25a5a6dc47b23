import { expect, it } from 'vitest';
import { openBrowser } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { Camera } from './camera.ts';
import { sheetOf } from './sheet.ts';
import { sheets } from './states.ts';

const stage = setStage();
const NOTHING_KEPT = { cookies: [], origins: [] };

it('a state of the page is taken in both themes, wide and on a phone, and stands on a sheet', async () => {
  const browser = await openBrowser();
  try {
    const ended = sheets(stage.server.origin).ended ?? [];
    const state = ended.find(({ label }) => label === 'No such room');
    if (!state) throw new Error('There is no such state.');
    const shot = await new Camera(browser, NOTHING_KEPT).takes(state);
    expect(new Set(Object.values(shot.views).map((picture) => picture.toString('base64'))).size).toBe(4);
    expect((await sheetOf(browser, [shot])).subarray(1, 4).toString()).toBe('PNG');
  } finally {
    await browser.close();
  }
});
