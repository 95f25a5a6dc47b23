import { describe, expect, it } from 'vitest';
import { Deployments } from '../support/deployments.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

/** In ms. */
const FRAME = 16;

/** Somebody whose browser may open the page without a network. */
const somebodyWithWorker = () => stage.somebody({ serviceWorkers: 'allow' });

/** Waits until the page would open without a network. A first try may have met the server in the middle of a build. */
async function canOpenOffline({ page }: Person): Promise<void> {
  const register = () =>
    page.evaluate(async () => (await navigator.serviceWorker.register('/sw.js')).active?.state);
  await expect.poll(register).toBe('activated');
}

/** What somebody's browser keeps of what they read in that room. */
function lastSeen({ page }: Person, url = stage.room): Promise<string> {
  return page.evaluate(async (path) => {
    const kept = await caches.match(path, { cacheName: 'parlor-last-seen' });
    return (await kept?.text()) ?? '';
  }, new URL(url).pathname);
}

describe('without its server', () => {
  it('a room opens with what was last seen there, says so, and goes on once the server is back', async () => {
    const ann = await somebodyWithWorker();
    await ann.joinRoom(stage.room, 'Ann');
    const [bob] = await stage.inTheRoom('Bob');
    await bob.sendMessage('To be read later.');
    await bob.sendMessage('To be deleted.');
    await ann.sees('To be deleted.');
    await expect.poll(() => lastSeen(ann)).toContain('To be deleted.');
    await bob.does('Delete', 'To be deleted.');
    await bob.dialog().getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => lastSeen(ann)).not.toContain('To be deleted.');
    await canOpenOffline(ann);
    await ann.page.goto('about:blank');
    await stage.server.kill();

    await ann.opens(stage.room);
    await ann.sees('To be read later.');
    const status = ann.page.getByRole('status');
    await status.getByText('The room cannot be reached.').waitFor();
    await status.getByText('This is what was last seen here.').waitFor();
    expect(await ann.count('To be deleted.')).toBe(0);
    await ann.sendMessage('Written in the dark.');

    await stage.server.start();
    for (const person of [ann, bob]) await person.triesNow();
    await bob.sees('Written in the dark.');
    await ann.person('Ann').waitFor();
    await ann.hasSent('Written in the dark.');
    expect(await ann.messages.count()).toBe(await bob.messages.count());
  });

  it('a device without a network is told so at once', async () => {
    const ann = await somebodyWithWorker();
    await ann.joinRoom(stage.room, 'Ann');
    await ann.person('Ann').waitFor();
    await canOpenOffline(ann);
    await ann.context.setOffline(true);
    await ann.page.clock.install();
    await ann.opens(stage.server.origin);
    const link = ann.page.getByRole('link', { name: new URL(stage.room).pathname.slice(3) });
    await link.waitFor();
    await ann.page.clock.pauseAt(Date.now() + 60_000);
    await link.click();
    await ann.page.waitForURL(stage.room);
    const note = ann.page.getByRole('status').getByText('You are offline.');
    const isSaidAfterAFrame = async () => {
      await ann.page.clock.runFor(FRAME);
      return note.count();
    };
    // All its tries together give the page less time than it takes before it says that a line is lost.
    await expect.poll(isSaidAfterAFrame, { interval: 200 }).toBe(1);
  });
});

describe('what was last seen in a room', () => {
  it('is dropped when the room is forgotten', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Between us.');
    await expect.poll(() => lastSeen(ann)).toContain('Between us.');
    await ann.opens(stage.server.origin);
    await ann.page.getByRole('button', { name: 'Forget' }).click();
    await expect.poll(() => lastSeen(ann)).toBe('');
  });

  it('is dropped, and no longer shown, when the room lets its reader in no more', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Between us.');
    await expect.poll(() => lastSeen(ann)).toContain('Between us.');
    ann.isAltered = true;
    await ann.page.routeWebSocket(/\/socket$/, (socket) => socket.close({ code: 4403 }));
    await ann.page.reload();
    await ann.page.getByText('A host removed you.').waitFor();
    await expect.poll(() => lastSeen(ann)).toBe('');
    expect(await ann.messages.count()).toBe(0);
  });
});

describe('a new deploy', () => {
  it('is what opens next; a page of the old one goes on with its own files until it is closed', async () => {
    const deployments = await Deployments.start();
    try {
      const ann = await somebodyWithWorker();
      await ann.opens(deployments.origin);
      await canOpenOffline(ann);
      await ann.page.reload();
      const old = await scriptOf(ann);
      deployments.deploy();
      expect((await fetch(old)).status).toBe(404);

      const second = await ann.opensAnother(deployments.origin);
      expect(await scriptOf(second)).not.toBe(old);
      await expect.poll(() => isWaiting(second)).toBe(true);
      expect(await ann.page.evaluate(async (path) => (await fetch(path)).ok, old)).toBe(true);

      await reloadsPastTheWorker(second);
      await ann.page.goto('about:blank');
      await expect.poll(() => isWaiting(second)).toBe(false);
      await expect.poll(() => second.page.evaluate(() => caches.keys())).toHaveLength(1);
      await deployments.stop();
      await ann.opens(deployments.origin);
      expect(await scriptOf(ann)).not.toBe(old);
    } finally {
      await deployments.stop();
    }
  });
});

/** Whether there is a worker of a later build that waits for the pages of the older one to be closed. */
const isWaiting = ({ page }: Person) =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

/** Such a page looks on without keeping the worker of the older build. */
async function reloadsPastTheWorker({ context, page }: Person): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await Promise.all([page.waitForEvent('load'), devtools.send('Page.reload', { ignoreCache: true })]);
}

const scriptOf = ({ page }: Person) =>
  page.locator('script[blocking=render]').evaluate((script) => (script as HTMLScriptElement).src);

it('the page can be installed', async () => {
  const ann = await somebodyWithWorker();
  await ann.opens(stage.server.origin);
  const devtools = await ann.context.newCDPSession(ann.page);
  const { url, errors } = await devtools.send('Page.getAppManifest');
  expect(url).toBe(`${stage.server.origin}/manifest.webmanifest`);
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const ids = installabilityErrors.map(({ errorId }) => errorId);
  // The one thing wrong is the test's own window.
  expect(ids.filter((id) => id !== 'in-incognito')).toEqual([]);
});
