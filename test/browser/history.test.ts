import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { sayLines } from '../support/say-lines.ts';
import { setStage } from '../support/stage.ts';
import { looksAway, looksBack } from './looking.ts';

const stage = setStage({ RATE_BURST: '100000', RATE_PER_SECOND: '100000' });

const fill = (lines: number) => sayLines(stage.room, lines);

const line = (person: Person, number: number) => person.page.getByText(`Line ${number}`, { exact: true });

/** Where it stands, in px from the top of the timeline; undefined where it is not in sight: what lies under the composer is not. */
function topOf(person: Person, number: number): Promise<number | undefined> {
  return person.page.evaluate((text) => {
    const log = document.querySelector('[role=log]');
    const articles = [...document.querySelectorAll('article')];
    const found = articles.find((article) => article.querySelector('.message-text')?.textContent === text);
    if (!log || !found) return undefined;
    const top = found.getBoundingClientRect().top - log.getBoundingClientRect().top;
    return top > 0 && top < log.clientHeight ? Math.round(top) : undefined;
  }, `Line ${number}`);
}

const latest = (person: Person) => person.page.getByRole('button', { name: 'Jump to latest' });

describe('a long history', () => {
  it('is scrolled through from end to start with a few hundred rows in the page, and from start to end', {
    timeout: 600_000,
  }, async () => {
    await fill(1_200);
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sees('Line 1200');
    const scrollTo = async (number: number, by: number) => {
      await ann.page.getByRole('log', { name: 'Messages' }).hover();
      let most = 0;
      await expect
        .poll(
          async () => {
            await ann.page.mouse.wheel(0, by);
            most = Math.max(most, await ann.page.locator('article').count());
            return topOf(ann, number);
          },
          // Where frames take long, a row is brought with each.
          { timeout: 280_000, interval: 10 },
        )
        .toBeDefined();
      return most;
    };
    expect(await scrollTo(1, -4_000)).toBeLessThan(300);
    await ann.page.getByText('This is where').waitFor();
    expect(await scrollTo(1_200, 4_000)).toBeLessThan(300);
    await expect.poll(() => latest(ann).count()).toBe(0);
  });

  it('a line that one looks at stays put while others are said', async () => {
    await fill(300);
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sees('Line 300');
    // Before older ones are there, the wheel leads to the very start, where nothing can make up for what goes.
    await line(ann, 201).waitFor();
    await ann.page.getByRole('log', { name: 'Messages' }).hover();
    await ann.page.mouse.wheel(0, -1_500);
    await latest(ann).waitFor();
    await isAtRest(ann);
    const seen = await firstInSight(ann);
    const before = await topOf(ann, seen);
    await bob.sendMessage('Here is something new.');
    await expect.poll(() => latest(ann).textContent()).toContain('1');
    // To the pixel, as far as a scroller stops at whole ones.
    expect(Math.abs(((await topOf(ann, seen)) ?? Number.NaN) - (before ?? Number.NaN))).toBeLessThanOrEqual(
      1,
    );
  });
});

/** Waits until nothing is scrolled any more, and no rows come or go: until some frames in a row are alike. */
function isAtRest(person: Person): Promise<void> {
  return person.page.evaluate(async () => {
    const log = document.querySelector('[role=log]');
    const place = () => `${log?.scrollTop} ${log?.scrollHeight}`;
    for (let alike = 0, last = ''; alike < 10; last = place()) {
      alike = place() === last ? alike + 1 : 0;
      await new Promise(requestAnimationFrame);
    }
  });
}

async function firstInSight(person: Person): Promise<number> {
  return person.page.evaluate(() => {
    const log = document.querySelector('[role=log]');
    const { top = 0 } = log?.getBoundingClientRect() ?? {};
    const articles = [...document.querySelectorAll('article')];
    const seen = articles.find((article) => article.getBoundingClientRect().top > top + 20);
    return Number(/Line (\d+)/.exec(seen?.textContent ?? '')?.[1]);
  });
}

describe('a message far back', () => {
  it('is gone to from its answer, with a way back', async () => {
    await fill(400);
    const [ann] = await stage.inTheRoom('Ann');
    await ann.page.goto(`${stage.room}#7`);
    await expect.poll(() => topOf(ann, 7)).toBeDefined();
    await ann.does('Reply', 'Line 7');
    await latest(ann).click();
    await ann.sees('Line 400');
    await ann.page.getByRole('button', { name: 'Replying to Writer Line 7' }).click();
    await expect.poll(() => topOf(ann, 7)).toBeDefined();
    await ann.page.getByRole('button', { name: 'Back to where you were' }).click();
    await expect.poll(() => topOf(ann, 400)).toBeDefined();
    await ann.sendMessage('An answer to an old line');
    await ann.hasSent('An answer to an old line');
    await ann.page.reload();
    await ann.page.goto(stage.room);
    const answer = ann.message('An answer to an old line');
    await answer.getByRole('button', { name: 'In answer to' }).click();
    await expect.poll(() => topOf(ann, 7)).toBeDefined();
    expect(await line(ann, 7).count()).toBe(1);
    await ann.page.getByRole('button', { name: 'Back to where you were' }).click();
    await answer.waitFor();
    await expect
      .poll(() => ann.page.evaluate(() => document.activeElement?.textContent))
      .toContain('An answer');
  });

  it('has an address of its own, and from there one comes to the newest', async () => {
    await fill(400);
    const [ann] = await stage.inTheRoom('Ann');
    await ann.page.goto(`${stage.room}#30`);
    await expect.poll(() => topOf(ann, 30)).toBeDefined();
    expect(await line(ann, 400).count()).toBe(0);
    await latest(ann).click();
    await expect.poll(() => topOf(ann, 400)).toBeDefined();
    await expect.poll(() => latest(ann).count()).toBe(0);
  });

  it('is shown to who comes by its address for the first time, before they join and after', async () => {
    await fill(200);
    const ann = await stage.somebody();
    await ann.opens(`${stage.room}#30`);
    await expect.poll(() => topOf(ann, 30)).toBeDefined();
    await ann.dialog('Join').getByRole('textbox').press('Enter');
    await ann.isIn();
    await expect.poll(() => topOf(ann, 30)).toBeDefined();
    await latest(ann).click();
    await expect.poll(() => topOf(ann, 200)).toBeDefined();
  });

  it('holds nobody who goes to the newest before the room has let them in', async () => {
    await fill(200);
    const ann = await stage.somebody();
    ann.isAltered = true;
    const { promise: mayEnter, resolve: letIn } = Promise.withResolvers<void>();
    await ann.page.routeWebSocket(/socket/, async (socket) => {
      await mayEnter;
      socket.connectToServer();
    });
    await ann.opens(`${stage.room}#30`);
    await expect.poll(() => topOf(ann, 30)).toBeDefined();
    await ann.dialog('Join').getByRole('textbox').press('Enter');
    await latest(ann).click();
    letIn();
    await ann.isIn();
    await expect.poll(() => topOf(ann, 200)).toBeDefined();
    await isAtRest(ann);
    expect(await topOf(ann, 200)).toBeDefined();
  });

  it('hides from nobody that something is said meanwhile', async () => {
    await fill(400);
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.page.goto(`${stage.room}#30`);
    await expect.poll(() => topOf(ann, 30)).toBeDefined();
    await isAtRest(ann);
    await bob.sendMessage('News');
    await expect.poll(() => ann.page.title()).toMatch(/^\(1\) stage/);
    expect(await latest(ann).textContent()).toContain('1');
    expect(await topOf(ann, 30)).toBeDefined();
  });

  it('that is before a newcomer is gone to from its answer', async () => {
    await fill(20);
    const [ann] = await stage.inTheRoom('Ann');
    await line(ann, 2).waitFor();
    await ann.does('Reply', 'Line 2');
    await ann.sendMessage('An answer');
    await ann.hasSent('An answer');
    const eve = await stage.somebody();
    await eve.opens(stage.room);
    await eve.page.getByRole('dialog', { name: 'Join' }).waitFor();
    await eve.page.keyboard.press('Escape');
    await eve.message('An answer').getByRole('button', { name: 'In answer to' }).click();
    const gone = () => eve.page.evaluate(() => document.activeElement?.getAttribute('data-seq'));
    await expect.poll(gone).toBe('2');
  });

  it('that the line is down for is not said to be nowhere', async () => {
    await fill(200);
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sees('Line 200');
    await ann.person('Ann').waitFor();
    await stage.server.kill();
    await ann.page.getByRole('status').getByText('Connection lost').waitFor();
    await ann.page.evaluate(() => (location.hash = '#7'));
    await ann.page.getByRole('main').getByText('That message cannot be loaded just now.').waitFor();
  });

  it('that was never said is told', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.page.goto(`${stage.room}#99`);
    await ann.page.getByRole('main').getByText('That message is not here').waitFor();
  });
});

describe('more than a page of unread messages', () => {
  const missing = async (lines: number, meanwhile?: (ann: Person) => Promise<void>): Promise<Person> => {
    await fill(20);
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sees('Line 20');
    await expect
      .poll(() => ann.page.evaluate(() => localStorage.getItem(`parlor:read:${location.pathname.slice(3)}`)))
      .toMatch(/^20 /);
    await ann.opens(stage.server.origin);
    await fill(lines);
    await meanwhile?.(ann);
    await ann.opens(stage.room);
    await ann.page.getByRole('separator', { name: 'New messages' }).waitFor();
    return ann;
  };

  it.each([
    ['write', (ann: Person) => ann.composer.pressSequentially('A thought')],
    ['scroll', (ann: Person) => ann.page.getByRole('log', { name: 'Messages' }).press('PageUp')],
  ])('take nobody away who has begun to %s before all are there', async (_, begins) => {
    const { promise: hasBegun, resolve } = Promise.withResolvers<void>();
    const ann = await missing(180, async ({ page }) => {
      await page.routeWebSocket(/socket/, (socket) => {
        const room = socket.connectToServer();
        room.onMessage(async (frame) => {
          if (String(frame).includes('"page"')) await hasBegun;
          socket.send(frame);
        });
      });
    });
    ann.isAltered = true;
    await expect.poll(() => ann.page.title()).toMatch(/^\(\d+\+\) /);
    await begins(ann);
    resolve();
    await expect.poll(() => ann.page.title()).toMatch(/^(\(180\) )?stage/);
    await isAtRest(ann);
    expect(await topOf(ann, 20)).toBeUndefined();
    expect(await firstInSight(ann)).toBeGreaterThan(100);
  });

  it('are counted whole, and begin at the line', async () => {
    const ann = await missing(180);
    await ann.page.getByText('180 new messages', { exact: true }).waitFor();
    await expect.poll(() => topOf(ann, 20)).toBeDefined();
    await expect.poll(() => latest(ann).textContent()).toContain('180');
    await latest(ann).click();
    await expect.poll(() => topOf(ann, 180)).toBeDefined();
    await expect.poll(() => ann.page.title()).toMatch(/^stage/);
  });

  it('begin at the line where they came to a tab that nobody looked at', async () => {
    await fill(20);
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sees('Line 20');
    await ann.hasRead();
    await looksAway(ann);
    await fill(180);
    await expect.poll(() => ann.page.title()).toMatch(/^\(180\) stage/);
    await looksBack(ann);
    await expect.poll(() => topOf(ann, 20)).toBeDefined();
    await expect.poll(() => latest(ann).textContent()).toContain('180');
  });

  it('begin at the line where they are more than a visit loads, too, and are not counted', async () => {
    const ann = await missing(700);
    await expect.poll(() => topOf(ann, 20)).toBeDefined();
    await ann.page.locator('.divider').getByText('New messages', { exact: true }).waitFor();
    await expect.poll(() => latest(ann).textContent()).toContain('500+');
    await expect.poll(() => ann.page.title()).toMatch(/^\(500\+\) stage/);
    expect(await ann.page.locator('#jump-count').textContent()).toBe('New messages');
    await latest(ann).click();
    await expect.poll(() => topOf(ann, 700)).toBeDefined();
    await expect.poll(() => ann.page.title()).toMatch(/^stage/);
  });
});
