import type { Locator, Request } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cutOff, looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { entersWhileComposing } from './composer.ts';

const stage = setStage();

/** Of every colour, wider and longer than what is shown of it. */
const CODE = `/* a */ class A { b: string = "c"; d = /e/ + 1; f() { return null; } }${'\n// g'.repeat(30)}`;

describe('the start page', () => {
  it('opens the room that is typed, in its canonical spelling', async () => {
    const ann = await stage.somebody();
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('textbox', { name: 'Room' }).fill('Salon-Été');
    await ann.page.getByRole('button', { name: 'Open room' }).click();
    await ann.page.waitForURL(`${stage.server.origin}/r/${encodeURIComponent('salon-été')}`);
    await ann.dialog('Join').waitFor();
  });

  it('makes a private room and goes there', async () => {
    const ann = await stage.somebody();
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('button', { name: 'New private room' }).click();
    await ann.page.waitForURL(/\/r\/prv-[a-z0-9]{50}$/);
    await ann.dialog('Join').waitFor();
  });

  it('lists the rooms one was in', async () => {
    const ann = await stage.enter('Ann');
    await ann.person('Ann').waitFor();
    await ann.opens(stage.server.origin);
    const recent = ann.page.getByRole('list', { name: 'Recent rooms' });
    await recent.getByRole('link', { name: new URL(stage.room).pathname.slice(3) }).waitFor();
  });
});

describe('arriving', () => {
  it('a name is already filled in', async () => {
    const ann = await stage.somebody();
    await ann.opens(stage.room);
    const name = ann.dialog('Join').getByRole('textbox', { name: 'Your name' });
    expect(await name.inputValue()).toMatch(/\S/);
    await name.press('Enter');
    await ann.composer.waitFor();
  });

  it('the card that asks for a name stands in the middle of where things are said, which stays there', async () => {
    const ann = await stage.somebody();
    await ann.opens(stage.room);
    const middleOf = async (what: Locator) => {
      const { x = 0, width = 0 } = (await what.boundingBox()) ?? {};
      return x + width / 2;
    };
    const card = ann.dialog('Join');
    await card.waitFor();
    const log = ann.page.getByRole('log');
    const middle = await middleOf(log);
    expect(await middleOf(card)).toBeCloseTo(middle, 0);
    await card.getByRole('button', { name: 'Join' }).click();
    await ann.page.getByRole('complementary', { name: 'People' }).waitFor();
    expect(await middleOf(log)).toBe(middle);
  });

  it('whoever joins in one tab and turns away in another only reads there: nothing is written where it would be lost', async () => {
    const ann = await stage.somebody();
    await ann.opens(stage.room);
    await ann.page.getByRole('dialog', { name: 'Join' }).waitFor();
    const second = await ann.opensAnother(stage.room);
    await second.page.getByRole('dialog', { name: 'Join' }).getByRole('button', { name: 'Join' }).click();
    await second.sendMessage('Here I am');
    await second.hasSent('Here I am');
    await ann.page.keyboard.press('Escape');
    await ann.page.getByText('You are only reading.').waitFor();
    expect(await ann.composer.count()).toBe(0);
    await ann.button('Join').click();
    await ann.page.getByRole('dialog', { name: 'Join' }).getByRole('button', { name: 'Join' }).click();
    await ann.sendMessage('Here, too');
    await second.sees('Here, too');
  });

  it('what is there is awaited with rows in its place', async () => {
    const [ann, eve] = [await stage.enter('Ann'), await stage.somebody()];
    await ann.sendMessage('Hello');
    await ann.hasSent('Hello');
    const answer = Promise.withResolvers<void>();
    await eve.page.route('**/messages', (route) => answer.promise.then(() => route.continue()));
    await eve.opens(stage.room);
    await eve.page.locator('.timeline-loading').waitFor();
    answer.resolve();
    await eve.sees('Hello');
    expect(await eve.page.locator('.timeline-loading').count()).toBe(0);
    await eve.page.unrouteAll();
  });

  describe('what a newcomer sees first is asked for', () => {
    const isPage = (request: Request) => request.url().endsWith('/messages');
    let bob: Person;
    let asked: Request[];

    beforeEach(async () => {
      const ann = await stage.enter('Ann');
      await ann.sendMessage('Hello');
      await ann.hasSent('Hello');
      bob = await stage.somebody();
      asked = [];
      bob.page.on('request', (request) => isPage(request) && asked.push(request));
    });

    afterEach(() => bob.page.unrouteAll());

    async function joinsAndComesAgain(): Promise<void> {
      await bob.dialog('Join').getByRole('button', { name: 'Join' }).click();
      await bob.opens(stage.room);
      await bob.button('Search').waitFor();
    }

    it('before the code of the page is there, and once; later visits ask nothing', async () => {
      const first = bob.page.waitForRequest(isPage);
      await bob.page.route('**/assets/index-*.js', (route) => first.then(() => route.continue()));
      await bob.opens(stage.room);
      await bob.sees('Hello');
      await joinsAndComesAgain();
      expect(asked).toHaveLength(1);
    });

    it('once as well where the script that asks early comes late', async () => {
      const shown = Promise.withResolvers<void>();
      await bob.page.route('**/assets/early-*.js', (route) => shown.promise.then(() => route.continue()));
      await bob.page.goto(stage.room, { waitUntil: 'commit' });
      await bob.sees('Hello');
      shown.resolve();
      await bob.page.waitForLoadState();
      await joinsAndComesAgain();
      expect(asked).toHaveLength(1);
    });
  });

  it('[A4] a private room that was never made says so', async () => {
    const ann = await stage.somebody();
    const response = await ann.page.goto(`${stage.server.origin}/r/prv-guessed`);
    expect(response?.status()).toBe(404);
    await ann.page.getByRole('link').first().waitFor();
    expect(await ann.composer.count()).toBe(0);
  });

  it('[A6] nothing of the page is refused by its own Content-Security-Policy', async () => {
    const ann = await stage.somebody();
    const response = await ann.page.goto(stage.room);
    expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self'/);
    await ann.joinRoom(stage.room, 'Ann');
    await ann.sendMessage('Hello');
    await ann.sees('Hello');
    expect(ann.complaints).toEqual([]);
  });
});

describe('a message', () => {
  let ann: Person;
  let bob: Person;

  beforeEach(async () => {
    [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('The first draft');
    await bob.sees('The first draft');
  });

  it('is edited by its author', async () => {
    await ann.does('Edit', 'The first draft');
    await ann.isReadyToWrite();
    await ann.page.keyboard.press('ControlOrMeta+a');
    await ann.page.keyboard.type('The second draft');
    await ann.page.keyboard.press('Enter');
    await bob.sees('The second draft');
    expect(await bob.messages.count()).toBe(1);
  });

  it('is deleted by its author, who is asked once, and its text is gone', async () => {
    const answers = (answer: string) => ann.dialog().getByRole('button', { name: answer });
    await ann.does('Delete', 'The first draft');
    await answers('Cancel').click();
    await ann.does('Delete', 'The first draft');
    await answers('Delete').click();
    await bob.message('The first draft').waitFor({ state: 'detached' });
  });

  it('is answered, and the answer shows what it answers', async () => {
    await bob.does('Reply', 'The first draft');
    await bob.isReadyToWrite();
    await bob.page.keyboard.type('Looks good');
    await bob.page.keyboard.press('Enter');
    await ann.sees('Looks good');
    expect(await ann.message('Looks good').textContent()).toContain('The first draft');
  });

  it('Shift+Enter breaks the line, Enter sends', async () => {
    await ann.composer.pressSequentially('one');
    await ann.composer.press('Shift+Enter');
    await ann.composer.pressSequentially('two');
    await ann.composer.press('Enter');
    await bob.sees('two');
    expect(await bob.message('two').textContent()).toMatch(/one\ntwo/);
  });

  it('while an input method is composing, Enter belongs to it', async () => {
    await ann.composer.fill('にほん');
    await entersWhileComposing(ann);
    expect(await ann.composer.inputValue()).toBe('にほん');
    expect(await ann.messages.count()).toBe(1);
  });
});

describe('everybody', () => {
  it.each([1280, 390])('axe finds nothing, %i px', async (width) => {
    const ann = await stage.somebody({ viewport: { width, height: 800 } });
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('textbox', { name: 'Room' }).waitFor();
    await looksRight(ann);
    await ann.opens(stage.room);
    await ann.dialog('Join').waitFor();
    await looksRight(ann);
    await ann.page.getByRole('button', { name: 'Join' }).click();
    await ann.sendMessage(`Hello *there*\n\`\`\`ts\n${CODE}\n\`\`\``);
    await ann.page.locator('.code-keyword').first().waitFor();
    await ann.hasSent('Hello');
    await ann.does('React', 'Hello');
    await ann.page.getByRole('button', { name: '👍' }).click();
    await ann.page.getByRole('button', { name: '👍 1' }).waitFor();
    await looksRight(ann);
  });

  const small = [
    ['a window of 320 px', { viewport: { width: 320, height: 640 } }],
    ['200 % zoom', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ] as const;

  it.each(small)('nothing is cut off in %s', async (_, options) => {
    const ann = await stage.somebody({ ...options, reducedMotion: 'reduce' });
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('textbox', { name: 'Room' }).waitFor();
    expect(await cutOff(ann)).toEqual([]);
    await ann.opens(stage.room);
    await ann.dialog('Join').waitFor();
    expect(await cutOff(ann)).toEqual([]);
    await ann.page.getByRole('button', { name: 'Join' }).click();
    await ann.sendMessage(`A ${'very'.repeat(60)} long word`);
    await ann.hasSent('long word');
    await ann.message('long word').hover();
    expect(await cutOff(ann)).toEqual([]);
    await ann.page.getByRole('button', { name: 'Show people' }).click();
    await ann.dialog('People').waitFor();
    expect(await cutOff(ann)).toEqual([]);
  });

  it('who wants less motion sees none', async () => {
    const ann = await stage.enter('Ann', { viewport: { width: 390, height: 640 }, reducedMotion: 'reduce' });
    await ann.page.getByRole('button', { name: 'Show people' }).click();
    await ann.dialog('People').waitFor();
    const lasting = () =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 0);
    expect(await ann.page.evaluate(lasting)).toEqual([]);
  });
});
