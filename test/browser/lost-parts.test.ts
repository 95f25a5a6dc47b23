import { expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { goesTo, hasFocus, isFocused, press } from './focus.ts';

const stage = setStage();

const joinDialog = ({ page }: Person) => page.getByRole('dialog', { name: 'Join' });

/** Loses the file with what stands around the messages, so often; answers how often it was asked for. */
async function losesPart({ page }: Person, times: number): Promise<() => number> {
  let asked = 0;
  await page.route('**/assets/around-*.js', (route) => {
    asked++;
    return asked <= times ? route.abort() : route.continue();
  });
  return () => asked;
}

it('a part that is lost twice on its way comes without a reload', async () => {
  const ann = await stage.somebody();
  const asked = await losesPart(ann, 2);
  await ann.opens(stage.room);
  const isSame = await ann.page.evaluateHandle(() => Object.assign(window, { isSame: true }));
  await joinDialog(ann).waitFor();
  expect(await isSame.evaluate(() => 'isSame' in window)).toBe(true);
  expect(asked()).toBeGreaterThanOrEqual(3);
  await ann.page.unrouteAll();
});

it('a part that does not come is said to be missing, and the page can be loaded anew', async () => {
  const ann = await stage.somebody();
  await losesPart(ann, Number.POSITIVE_INFINITY);
  await ann.opens(stage.room);
  const missing = ann.page.getByRole('alert').getByRole('link', { name: /missing.*Reload/ });
  // While the parts do not come it stands there; the page that it leads to tries again by itself, once they do.
  await missing.click();
  await ann.page.unrouteAll();
  await joinDialog(ann).waitFor();
  expect(await missing.count()).toBe(0);
});

it('a browser that is too old for the page is told so after a while, and no other', async () => {
  const ann = await stage.somebody();
  const sentence = ann.page.getByText('Nothing to see yet?');
  await ann.page.route('**/assets/{index,base}-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new TypeError("Too old.")' }),
  );
  await ann.opens(stage.server.origin);
  const opacity = () => sentence.evaluate((element) => Number(getComputedStyle(element).opacity));
  expect(await opacity()).toBe(0);
  await sentence.evaluate((element) => {
    for (const animation of element.getAnimations()) animation.finish();
  });
  expect(await opacity()).toBe(1);
  await ann.page.unrouteAll();
  await ann.page.reload();
  await ann.button('Open room').waitFor();
  expect(await sentence.count()).toBe(0);
  ann.isAltered = true;
});

it('who is quicker than the part that knows the keys of messages writes all the same, and then goes by them', async () => {
  const ann = await stage.enter('Ann');
  await ann.sendMessage('One');
  await ann.hasSent('One');
  const coming = Promise.withResolvers<void>();
  await ann.page.route('**/assets/around-*.js', async (route) => {
    await coming.promise;
    await route.continue();
  });
  await ann.page.reload();
  await isFocused(ann.composer);
  await ann.page.keyboard.type('Two');
  await press(ann, 'Enter');
  await ann.hasSent('Two');
  await goesTo(ann, ann.message('Two'), 'Shift+Tab');
  await press(ann, 'ArrowUp', 'e');
  await isFocused(ann.message('Two'));
  coming.resolve();
  await ann.message('Two').getByRole('button', { name: 'Edit' }).waitFor();
  await ann.page.unrouteAll();
  await expect
    .poll(async () => {
      await press(ann, 'ArrowUp');
      return hasFocus(ann.message('One'));
    })
    .toBe(true);
});
