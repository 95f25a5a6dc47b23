/** Makes the README's picture from the real page: `npm run pictures`. Give a folder to get each view by itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { DevServer } from './dev-server.ts';
import { openBrowser, Person } from './person.ts';

const folder = process.argv[2];
const server = await DevServer.start();
const browser = await openBrowser();
try {
  const room = `${server.origin}/r/garden-club`;
  const wide = { width: 1280, height: 800 };
  const [ann, bruno] = [await Person.at(browser), await Person.at(browser)];
  await ann.joinRoom(room, 'Ann');
  await bruno.joinRoom(room, 'Bruno');
  await talk(ann, bruno);
  const light = await shoot(browser, room, { colorScheme: 'light', viewport: wide }, 'Chiyo 千代');
  const dark = await shoot(
    browser,
    room,
    { colorScheme: 'dark', viewport: { width: 390, height: 800 } },
    'Dara',
  );
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'light-1280.png'), light);
    writeFileSync(join(folder, 'dark-390.png'), dark);
  } else {
    writeFileSync('docs/parlor.png', await sideBySide(browser, light, dark));
  }
} finally {
  await browser.close();
  await server.stop();
}

async function talk(ann: Person, bruno: Person): Promise<void> {
  const says = async (person: Person, text: string) => {
    await person.sendMessage(text);
    await ann.sees(text);
    await bruno.sees(text);
  };
  await says(ann, 'Morning! Who is bringing seedlings on Saturday?');
  await says(bruno, 'I have eleven tomatoes too many. Nobody tells you that they all come up.');
  await says(bruno, 'Also two trays of basil 🌿');
  await says(ann, 'I will take the basil. And the tomatoes, before you plant them in the bath again.');
  await react(bruno, 'I will take the basil');
  await says(ann, 'Meeting point as always: https://www.openstreetmap.org/#map=17/48.8462/2.3372');
  await says(bruno, 'נתראה בשבת, ותודה!');
  await says(ann, 'À samedi 🌻');
}

async function react(person: Person, text: string): Promise<void> {
  const message = person.message(text);
  await message.hover();
  await message.getByRole('button', { name: 'React' }).click();
  await person.page.getByRole('button', { name: /👍/ }).first().click();
}

async function shoot(
  browser: Browser,
  room: string,
  options: Parameters<typeof Person.at>[1],
  name: string,
): Promise<Buffer> {
  const person = await Person.at(browser, { ...options, deviceScaleFactor: 2 });
  await person.joinRoom(room, name);
  await person.sees('À samedi');
  await person.page.mouse.move(0, 0);
  await person.page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const picture = await person.page.screenshot();
  await person.context.close();
  return picture;
}

async function sideBySide(browser: Browser, ...pictures: Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 700 } });
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  await page.setContent(`<style>
    body { display: flex; gap: 28px; align-items: center; justify-content: center; margin: 0; height: 700px; background: transparent }
    img { height: 620px; border-radius: 12px; box-shadow: 0 8px 40px #0003, 0 0 0 1px #0001 }
  </style>${images.join('')}`);
  return page.screenshot({ omitBackground: true });
}
