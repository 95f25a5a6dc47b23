import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { violations } from '../support/violations.ts';

const stage = setStage();

const dialog = ({ page }: Person) => page.getByRole('dialog', { name: 'Settings', exact: true });

async function opensSettings(person: Person): Promise<void> {
  await person.page.getByRole('button', { name: 'Settings', exact: true }).click();
  await dialog(person).waitFor();
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

/** Whatever can be used or read and reaches out of the window at a side. */
const overflowing = ({ page }: Person) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, article, button, dialog, h1, h2, input, label, select, textarea')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < 0 || right > innerWidth;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

const mirror = ({ page }: Person) =>
  page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });

/** Long enough for a frame without the script, in ms. */
const SLOW_LINE = 400;

const DARK = { paper: 'rgb(22, 23, 20)', bars: ['#161714'] };
const LIGHT = { paper: 'rgb(253, 252, 250)', bars: ['#fdfcfa'] };

describe('the language', () => {
  it('is that of the browser: French, in a room from joining to what the server refuses', async () => {
    const ann = await stage.somebody({ locale: 'fr-FR', viewport: { width: 320, height: 640 } });
    await ann.opens(stage.room);
    const join = ann.page.getByRole('dialog', { name: 'Rejoindre' });
    await join.getByRole('textbox', { name: 'Votre nom' }).fill('Ann');
    await join.getByRole('button', { name: 'Rejoindre' }).click();
    await ann.page.getByRole('textbox', { name: 'Message' }).fill('Bonjour');
    await ann.page.getByRole('button', { name: 'Envoyer' }).click();
    await ann.page.getByRole('log', { name: 'Messages' }).getByText('Bonjour').waitFor();
    await ann.page.getByText('Aujourd’hui').waitFor();
    expect(await look(ann)).toMatchObject({ lang: 'fr', dir: 'ltr' });
    await ann.page.getByRole('button', { name: 'Paramètres' }).click();
    await ann.page.getByRole('dialog', { name: 'Paramètres' }).waitFor();
    expect(await overflowing(ann)).toEqual([]);
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
    await dialog(ann).getByRole('combobox', { name: 'Language' }).selectOption('简体中文');
    await ann.page.getByRole('dialog', { name: '设置' }).waitFor();
    await ann.page.keyboard.press('Escape');
    expect(await ann.page.locator(':focus').getAttribute('aria-label')).toBe('设置');
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
    await ann.page.getByRole('button', { name: 'Settings', exact: true }).focus();
    await keyboard.press('Enter');
    await dialog(ann).waitFor();
    await dialog(ann).getByRole('radio', { name: 'System' }).focus();
    expect(await look(ann)).toMatchObject(LIGHT);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    expect(await look(ann)).toMatchObject(DARK);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await expect.poll(() => ann.page.locator('time').first().textContent()).toMatch(/\d\s(am|pm)$/i);
    await keyboard.press('Escape');
    expect(await ann.page.locator(':focus').getAttribute('aria-label')).toBe('Settings');
    ann.isAltered = true;
    await ann.page.route('**/assets/index-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_LINE));
      await route.continue();
    });
    await ann.page.addInitScript(() => {
      requestAnimationFrame(() =>
        sessionStorage.setItem('first-frame', String(document.documentElement.dataset.theme)),
      );
    });
    await ann.page.reload();
    await ann.sees('Hello');
    expect(await ann.page.evaluate(() => sessionStorage.getItem('first-frame'))).toBe('dark');
    expect(await look(ann)).toMatchObject(DARK);
    expect(await ann.page.locator('time').first().textContent()).toMatch(/\d\s(am|pm)$/i);
  });

  it('change the name, in the room and for the next one', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await opensSettings(ann);
    const name = dialog(ann).getByRole('textbox', { name: 'Your name' });
    expect(await name.inputValue()).toBe('Ann');
    await name.fill('');
    await name.press('Enter');
    await dialog(ann).getByText('A name has 1 to 32 characters').waitFor();
    await name.fill('Anna');
    await name.press('Enter');
    await dialog(ann).getByText('Saved.').waitFor();
    await bob.person('Anna').waitFor();
    await ann.opens(stage.server.origin);
    await opensSettings(ann);
    expect(await name.inputValue()).toBe('Anna');
    await name.fill('Annie');
    await dialog(ann).getByRole('button', { name: 'Save' }).click();
    await dialog(ann).getByText('Saved.').waitFor();
    await ann.opens(`${stage.room}-next`);
    await ann.person('Annie').waitFor();
  });

  it('axe finds nothing, dark against the system, 390 px', async () => {
    const ann = await stage.enter('Ann', { viewport: { width: 390, height: 800 } });
    await ann.sendMessage('Hello');
    await opensSettings(ann);
    await dialog(ann).getByRole('radio', { name: 'Dark' }).check();
    expect(await violations(ann)).toEqual([]);
    await ann.page.keyboard.press('Escape');
    expect(await violations(ann)).toEqual([]);
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
    const close = await dialog(ann).getByRole('button', { name: 'Close' }).boundingBox();
    expect(close?.x).toBeLessThan(60);
    expect(await overflowing(ann)).toEqual([]);
    await ann.opens(stage.server.origin);
    await mirror(ann);
    expect(await overflowing(ann)).toEqual([]);
  });
});
