import { expect, it } from 'vitest';
import { sayLines } from '../support/say-lines.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage({ RATE_BURST: '1000', RATE_PER_SECOND: '1000' });

it.each([
  ['on a phone', { width: 390, height: 844 }],
  ['on a laptop', { width: 1280, height: 800 }],
])('nothing that stands there moves while the rest of a room comes, %s', async (_, viewport) => {
  await sayLines(stage.room, 60);
  const ann = await stage.somebody({ viewport });
  ann.isAltered = true;
  await ann.page.addInitScript(() => {
    const moved: string[] = [];
    const told = (entries: PerformanceEntryList) => {
      for (const entry of entries) {
        const { sources = [] } = entry as PerformanceEntry & { sources?: { node?: Element }[] };
        moved.push(...sources.map(({ node }) => node?.className || node?.nodeName || 'something'));
      }
    };
    const observer = new PerformanceObserver((list) => told(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, {
      moved: () => {
        told(observer.takeRecords());
        return moved;
      },
    });
  });
  await ann.page.route('**/assets/around-*.js', async (route) => {
    await ann.sees('Line 60');
    await expect.poll(() => ann.messages.count()).toBeGreaterThan(20);
    await route.continue();
  });
  await ann.opens(stage.room);
  await ann.dialog('Join').waitFor();
  await ann.button('Invite').waitFor();
  expect(await ann.page.evaluate(() => (window as unknown as { moved(): string[] }).moved())).toEqual([]);
});
