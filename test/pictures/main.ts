/**
 * Makes the pictures of the real page: docs/parlor.png for the README, and docs/states-*.png, the sheets on which every
 * state stands in both themes, wide and on a phone: `npm run pictures`. Give a folder to get each view by itself as well,
 * and behind it a part of a label, to get only such states.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from '../support/build-page.ts';
import { DevServer } from '../support/dev-server.ts';
import { openBrowser } from '../support/person.ts';
import { Camera, type Shot } from './camera.ts';
import { fillRooms } from './rooms.ts';
import { pairOf, sheetOf } from './sheet.ts';
import { sheets } from './states.ts';

const [folder, part = ''] = process.argv.slice(2);
buildPage();
const server = await DevServer.start();
const browser = await openBrowser();
try {
  const camera = new Camera(browser, await fillRooms(browser, server.origin));
  for (const [name, states] of Object.entries(sheets(server.origin))) {
    const shots: Shot[] = [];
    for (const state of states.filter(({ label }) => label.includes(part)))
      shots.push(await camera.takes(state));
    if (folder) keepEach(folder, shots);
    if (part === '') await publish(name, shots);
  }
} finally {
  await browser.close();
  await server.stop();
}

async function publish(name: string, shots: readonly Shot[]): Promise<void> {
  writeFileSync(`docs/states-${name}.png`, await sheetOf(browser, shots));
  const room = shots.find(({ label }) => label === 'A conversation');
  if (room) writeFileSync('docs/parlor.png', await pairOf(browser, room));
}

function keepEach(folder: string, shots: readonly Shot[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { label, views } of shots)
    for (const [view, picture] of Object.entries(views))
      writeFileSync(join(folder, `${label.replaceAll(/\W+/g, '-')}.${view}.png`), picture);
}
