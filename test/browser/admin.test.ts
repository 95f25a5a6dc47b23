import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const ADMIN_KEY = 'open sesame';

const stage = setStage({ ADMIN_KEY });

const adminPage = () => `${stage.server.origin}/admin`;
const nameOf = (room: string) => new URL(room).pathname.slice('/r/'.length);
const card = ({ page }: Person, room: string) =>
  page
    .getByRole('list', { name: 'Rooms' })
    .getByRole('listitem')
    .filter({ hasText: nameOf(room) });

async function showsKey(person: Person, key: string): Promise<void> {
  await person.page.getByLabel('Deployer’s key').fill(key);
  await person.button('Open').click();
}

/** Until the directory has heard of what has just happened, and tells it. */
async function isTold(person: Person, told: () => Promise<unknown>, what: unknown): Promise<void> {
  await expect
    .poll(async () => {
      await person.button('Refresh').click();
      return told();
    })
    .toEqual(what);
}

describe('the deployer’s page', () => {
  it('[D1] opens by the key alone, and stays open in its tab until one signs out', async () => {
    const deployer = await stage.somebody();
    const { page } = deployer;
    await deployer.opens(adminPage());
    await showsKey(deployer, 'open barley');
    await page.getByText('That is not the key of this deployment.').waitFor();
    await showsKey(deployer, ADMIN_KEY);
    await page.getByRole('heading', { name: 'Rooms', exact: true }).waitFor();
    await page.reload();
    await deployer.button('Sign out').click();
    await page.getByLabel('Deployer’s key').waitFor();
    await page.reload();
    await page.getByLabel('Deployer’s key').waitFor();
    expect(await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toContain(
      ADMIN_KEY,
    );
  });

  it('[D1] where no key is set, says how to set one', async () => {
    const deployer = await stage.somebody();
    deployer.isAltered = true;
    await deployer.page.route('**/api/admin/**', (route) => route.fulfill({ status: 404, json: {} }));
    await deployer.opens(adminPage());
    await showsKey(deployer, 'any');
    await deployer.page.getByText('npx wrangler secret put ADMIN_KEY').waitFor();
  });

  it('[D2] [D3] shows a room as it is now; saves, locks, opens and deletes it', async () => {
    const [ann] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('A word to keep');
    await ann.hasSent('A word to keep');
    const deployer = await stage.somebody();
    const { page } = deployer;
    const room = nameOf(stage.room);
    await deployer.opens(adminPage());
    await showsKey(deployer, ADMIN_KEY);
    await page.getByRole('searchbox', { name: 'Search rooms' }).fill(room);
    const shown = card(deployer, stage.room);
    const figures = async () => (await shown.getByRole('definition').allTextContents()).slice(0, 2);
    await isTold(deployer, figures, ['2', '1']);
    await shown.getByRole('img', { name: /^Rows written, last 30 days: \d+ in all/ }).waitFor();

    const saved = page.waitForEvent('download');
    await deployer.button(`Save the transcript of ${room}`).click();
    expect(await readFile(await (await saved).path(), 'utf8')).toContain('A word to keep');

    await deployer.button(`Lock ${room}`).click();
    await deployer.dialog().getByRole('button', { name: 'Lock', exact: true }).click();
    await shown.getByText('Locked').waitFor();
    await deployer.button(`Unlock ${room}`).click();
    await deployer.dialog().getByRole('button', { name: 'Unlock', exact: true }).click();
    await deployer.button(`Lock ${room}`).waitFor();

    await deployer.button(`Delete ${room}`).click();
    await deployer.dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(await shown.count()).toBe(1);
    await deployer.button(`Delete ${room}`).click();
    await deployer.dialog().getByRole('button', { name: 'Delete', exact: true }).click();
    await shown.waitFor({ state: 'detached' });
    await ann.page.getByText('This room was deleted.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rooms-title');
  });

  it('axe finds nothing, and nothing reaches out of 320 px', async () => {
    await stage.inTheRoom('Ann');
    const deployer = await stage.somebody({ viewport: { width: 320, height: 640 } });
    const { page } = deployer;
    await deployer.opens(adminPage());
    await showsKey(deployer, 'open barley');
    await page.getByText('That is not the key of this deployment.').waitFor();
    await looksRight(deployer);
    await showsKey(deployer, ADMIN_KEY);
    await isTold(deployer, () => card(deployer, stage.room).count(), 1);
    await looksRight(deployer);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await deployer.button(`Delete ${nameOf(stage.room)}`).click();
    await deployer.dialog().waitFor();
    await looksRight(deployer);
    await deployer.dialog().getByRole('button', { name: 'Cancel' }).click();
    await page.setViewportSize({ width: 1280, height: 720 });
    await looksRight(deployer);
  });
});
