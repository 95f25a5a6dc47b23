import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cutOff, looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { isFocused } from './focus.ts';

const stage = setStage();

const sheet = (person: Person) => person.dialog('Settings');

async function opensSettings(person: Person): Promise<void> {
  await person.button('Settings').click();
  await sheet(person).waitFor();
}

/** The colours and the language that the page has at this moment. */
const look = ({ page }: Person) =>
  page.evaluate(() => {
    const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    return {
      paper: getComputedStyle(document.body).backgroundColor,
      bars: bars.filter(({ media }) => matchMedia(media).matches).map(({ content }) => content),
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
    };
  });

const mirror = ({ page }: Person) =>
  page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });

/** What the theme was when a page painted first; null until then. */
const firstFrame = (page: Page) => page.evaluate(() => sessionStorage.getItem('first-frame'));

/** The same page painted without waiting for its script: once it is, the page itself has had its time to. */
async function paintsWithoutScript({ context }: Person, url: string): Promise<void> {
  const page = await context.newPage();
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('blocking="render"', '');
    await route.fulfill({ response, body });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await expect.poll(() => firstFrame(page)).toBe('undefined');
  await page.close();
}

const DARK = { paper: 'rgb(22, 23, 20)', bars: ['#161714'] };
const LIGHT = { paper: 'rgb(253, 252, 250)', bars: ['#fdfcfa'] };

describe('the language', () => {
  it('is that of the browser: French, in a room from joining to what the server refuses', async () => {
    const ann = await stage.somebody({ locale: 'fr-FR', viewport: { width: 320, height: 640 } });
    await ann.opens(stage.room);
    const join = ann.dialog('Rejoindre');
    await join.getByRole('textbox', { name: 'Votre nom' }).fill('Ann');
    await join.getByRole('button', { name: 'Rejoindre' }).click();
    await ann.page.getByRole('textbox', { name: 'Message' }).fill('Bonjour');
    await ann.page.getByRole('button', { name: 'Envoyer' }).click();
    await ann.page.getByRole('log', { name: 'Messages' }).getByText('Bonjour').waitFor();
    await ann.page.getByText(/^(Aujourd’hui|Hier)$/).waitFor();
    expect(await look(ann)).toMatchObject({ lang: 'fr', dir: 'ltr' });
    await ann.page.getByRole('button', { name: 'Paramètres' }).click();
    await ann.dialog('Paramètres').waitFor();
    expect(await cutOff(ann)).toEqual([]);
    await ann.page.route('**/api/rooms', (route) =>
      route.fulfill({
        status: 403,
        json: { code: 'bad_origin', detail: 'Pages of other sites may not do this.' },
      }),
    );
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('button', { name: 'Nouveau salon privé' }).click();
    await ann.page.getByText('Les pages d’autres sites ne peuvent pas faire cela.').waitFor();
  });

  it('is Chinese as it is written where the browser comes from', async () => {
    const ann = await stage.somebody({ locale: 'zh-TW' });
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('button', { name: '新增私人聊天室' }).waitFor();
    expect(await look(ann)).toMatchObject({ lang: 'zh-Hant' });
  });

  it('is changed at once, in every tab, with the draft and the focus where they were', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.composer.fill('Half a thou');
    const other = await ann.opensAnother(stage.server.origin);
    await opensSettings(ann);
    await sheet(ann).getByRole('combobox', { name: 'Language' }).selectOption('简体中文');
    await ann.dialog('设置').waitFor();
    await ann.page.keyboard.press('Escape');
    await isFocused(ann.button('设置'));
    expect(await ann.page.getByRole('textbox', { name: '消息' }).inputValue()).toBe('Half a thou');
    await other.page.getByRole('button', { name: '新建私密聊天室' }).waitFor();
    await ann.page.reload();
    await ann.page.getByRole('button', { name: '设置' }).waitFor();
    expect(await look(ann)).toMatchObject({ lang: 'zh-Hans' });
  });
});

describe('the settings', () => {
  it('are made by keyboard alone, and outlast a reload from its first frame on', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Hello');
    await ann.sees('Hello');
    const { keyboard } = ann.page;
    await ann.button('Settings').focus();
    await keyboard.press('Enter');
    await sheet(ann).waitFor();
    await sheet(ann).getByRole('radio', { name: 'System' }).focus();
    expect(await look(ann)).toMatchObject(LIGHT);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    expect(await look(ann)).toMatchObject(DARK);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await expect.poll(() => ann.page.locator('time').first().textContent()).toMatch(/\d\s(am|pm)$/i);
    await keyboard.press('Escape');
    await isFocused(ann.button('Settings'));
    ann.isAltered = true;
    const script = Promise.withResolvers<void>();
    await ann.context.route('**/assets/index-*.js', (route) => script.promise.then(() => route.continue()));
    await ann.context.addInitScript(() => {
      sessionStorage.removeItem('first-frame');
      requestAnimationFrame(() =>
        sessionStorage.setItem('first-frame', String(document.documentElement.dataset.theme)),
      );
    });
    await ann.page.reload({ waitUntil: 'commit' });
    await paintsWithoutScript(ann, stage.room);
    expect(await firstFrame(ann.page)).toBeNull();
    script.resolve();
    await ann.sees('Hello');
    await expect.poll(() => firstFrame(ann.page)).toBe('dark');
    expect(await look(ann)).toMatchObject(DARK);
    expect(await ann.page.locator('time').first().textContent()).toMatch(/\d\s(am|pm)$/i);
  });

  it('change the name, in the room and for the next one', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.person('Bob').waitFor();
    await opensSettings(ann);
    const name = sheet(ann).getByRole('textbox', { name: 'Your name' });
    expect(await name.inputValue()).toBe('Ann');
    await name.fill('');
    await name.press('Enter');
    await sheet(ann).getByText('A name has 1 to 32 characters').waitFor();
    await name.fill('Anna');
    await name.press('Enter');
    await sheet(ann).getByText('Saved.').waitFor();
    await bob.person('Anna').waitFor();
    await ann.opens(stage.server.origin);
    await opensSettings(ann);
    expect(await name.inputValue()).toBe('Anna');
    await name.fill('Annie');
    await sheet(ann).getByRole('button', { name: 'Save' }).click();
    await sheet(ann).getByText('Saved.').waitFor();
    await ann.opens(`${stage.room}-next`);
    await ann.person('Annie').waitFor();
  });

  it('leave a name as it is typed, however soon that is', async () => {
    const ann = await stage.somebody();
    ann.isAltered = true;
    await ann.page.clock.install();
    await ann.joinRoom(stage.room, 'Ann');
    await ann.person('Ann').waitFor();
    // No frame is drawn from now on, and nothing done that waits for one.
    await ann.page.clock.pauseAt(Date.now() + 10_000);
    await opensSettings(ann);
    const name = sheet(ann).getByRole('textbox', { name: 'Your name' });
    await name.fill('Anna');
    await ann.page.clock.runFor(1_000);
    expect(await name.inputValue()).toBe('Anna');
  });

  it('axe finds nothing, dark against the system, 390 px', async () => {
    const ann = await stage.enter('Ann', { viewport: { width: 390, height: 800 } });
    await ann.sendMessage('Hello');
    await opensSettings(ann);
    await sheet(ann).getByRole('radio', { name: 'Dark' }).check();
    await looksRight(ann);
    await ann.page.keyboard.press('Escape');
    await looksRight(ann);
    expect(ann.complaints).toEqual([]);
  });
});

describe('from right to left', () => {
  it('the page is a mirror, and nothing is wider than a phone', async () => {
    const ann = await stage.enter('Ann', { viewport: { width: 390, height: 800 } });
    await ann.sendMessage(`שלום, and ${'very'.repeat(40)} long`);
    await ann.sees('long');
    await mirror(ann);
    await ann.does('Reply', 'long');
    const face = await ann.page.locator('article .avatar').first().boundingBox();
    expect(face?.x).toBeGreaterThan(300);
    await opensSettings(ann);
    const close = await sheet(ann).getByRole('button', { name: 'Close' }).boundingBox();
    expect(close?.x).toBeLessThan(60);
    expect(await cutOff(ann)).toEqual([]);
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('textbox', { name: 'Room' }).waitFor();
    await mirror(ann);
    expect(await cutOff(ann)).toEqual([]);
  });
});
