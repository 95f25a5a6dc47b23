import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { looksAway, looksBack, withBobAway } from './looking.ts';

const stage = setStage();

describe('in a tab that nobody looks at', () => {
  let ann: Person;
  let bob: Person;

  beforeEach(async () => {
    ({ ann, bob } = await withBobAway(stage));
  });

  it('title and icon count what is missed, louder what is for us, until it is seen', async () => {
    const icon = () => bob.page.locator('link[rel="icon"]').getAttribute('href');
    const plain = await icon();
    await ann.sendMessage('To whom it may concern');
    await expect.poll(() => bob.page.title()).toMatch(/^\(1\) stage/);
    await expect.poll(icon).toMatch(/^data:image\/png/);
    const quiet = await icon();
    await ann.sendMessage('Hey @Bob, are you there?');
    await expect.poll(() => bob.page.title()).toMatch(/^@1 \(2\) stage/);
    await expect.poll(icon).not.toBe(quiet);
    expect(await icon()).toMatch(/^data:image\/png/);
    await looksBack(bob);
    await expect.poll(() => bob.page.title()).toMatch(/^stage/);
    await expect.poll(icon).toBe(plain);
    expect(bob.complaints).toEqual([]);
  });

  it('what another tab of the same browser shows is not missed', async () => {
    await ann.sendMessage('To whom it may concern');
    await expect.poll(() => bob.page.title()).toMatch(/^\(1\)/);
    const second = await bob.opensAnother(stage.room);
    await second.sees('To whom it may concern');
    await expect.poll(() => bob.page.title()).toMatch(/^stage/);
  });
});

it('the badge of an installed page counts what is missed in all rooms that are open, and reading one leaves the rest', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  bob.isAltered = true;
  await bob.context.addInitScript(() => {
    const setAppBadge = async (badge: number) => void Object.assign(window, { badge });
    Object.assign(navigator, { setAppBadge });
  });
  const elsewhere = await ann.opensAnother(`${stage.room}-next`);
  for (const person of [ann, elsewhere]) {
    await person.sendMessage('Good morning');
    await person.hasSent('Good morning');
  }
  await bob.page.reload();
  const next = await bob.opensAnother(`${stage.room}-next`);
  for (const tab of [bob, next]) {
    await tab.hasRead();
    await looksAway(tab);
  }
  const badges = () =>
    Promise.all([bob, next].map(({ page }) => page.evaluate(() => (window as { badge?: number }).badge)));
  for (const text of ['One', 'Two']) await ann.sendMessage(text);
  await elsewhere.sendMessage('Three');
  await expect.poll(badges).toEqual([3, 3]);
  await looksBack(next);
  await expect.poll(badges).toEqual([2, 2]);
  await bob.page.close();
  await expect.poll(() => next.page.evaluate(() => (window as { badge?: number }).badge)).toBe(0);
});

it('a message that names us stands out, to the eye and to the ear, and so does the name', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await ann.sendMessage('Hey @Bob, look');
  await bob.sees('look');
  const message = (person: Person) => person.message('look');
  const tint = (person: Person) =>
    message(person).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await message(bob).getAttribute('aria-label')).toMatch(/^Ann, .+, mentions you$/);
  expect(await tint(bob)).not.toBe(await tint(ann));
  const marked = () =>
    bob.page.evaluate(() => [...(CSS.highlights.get('mention') ?? [])].map((range) => range.toString()));
  await expect.poll(marked).toEqual(['@Bob']);
  await ann.hasSent('look');
  await ann.composer.press('ArrowUp');
  await ann.composer.fill('Never mind, look away');
  await ann.composer.press('Enter');
  await bob.sees('Never mind');
  expect(await tint(bob)).toBe(await tint(ann));
  expect(await marked()).toEqual([]);
});

it('everybody sees on whom of those here a message calls, its author at once; code and what only looks so do not', async () => {
  const [ann, bob, cy] = await stage.inTheRoom('Ann', 'Bob of the Long Names', 'Cy');
  const marked = ({ page }: Person, highlight: string) =>
    page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), highlight);
  const name = '@"Bob of the Long Names"';
  await ann.sendMessage(`Look ${name}, not @Nobody, nor **@Cy** nor \`@Cy\``);
  for (const person of [ann, cy]) {
    await person.message('Look').locator('code').waitFor();
    await expect.poll(() => marked(person, 'mention-of-others')).toEqual([name]);
    expect(await marked(person, 'mention-quote')).toEqual(['"', '"']);
    expect(await marked(person, 'mention')).toEqual([]);
  }
  await expect.poll(() => marked(bob, 'mention')).toEqual([name]);
  expect(await marked(bob, 'mention-of-others')).toEqual([]);
  await bob.page.close();
  await expect.poll(() => marked(cy, 'mention-of-others')).toEqual([]);
});

const locksOf = ({ page }: Person) =>
  page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name = '' }) => name) ?? []);

/** Waits until the page heeds what is said, and is the one of its browser that tells. */
async function isToTell(person: Person): Promise<void> {
  await expect.poll(() => locksOf(person)).toContainEqual(expect.stringMatching(/^parlor:voice:/));
}

/** Waits until all pages of that browser know that nobody looks at any of them. */
async function isUnwatched(person: Person): Promise<void> {
  await expect.poll(() => locksOf(person)).not.toContainEqual(expect.stringMatching(/^parlor:watched:/));
}

describe('alerts', () => {
  interface Shown {
    readonly title: string;
    readonly isClosed: boolean;
  }

  /** The browser shows notifications to nobody, but keeps what it was asked to show; the person wants what is for them. */
  async function wantsAlerts(person: Person): Promise<void> {
    person.isAltered = true;
    await person.context.addInitScript(() => {
      const shown: Notice[] = [];
      class Notice {
        static readonly permission = 'granted';
        isClosed = false;
        onclick: (() => void) | undefined;
        readonly title: string;
        constructor(title: string) {
          this.title = title;
          shown.push(this);
        }
        close() {
          this.isClosed = true;
        }
      }
      class Tone extends OscillatorNode {
        override start(at?: number) {
          tones.push(at ?? 0);
          super.start(at);
        }
      }
      const tones: number[] = [];
      Object.assign(window, { Notification: Notice, OscillatorNode: Tone, shown, tones });
      localStorage.setItem('parlor:alert:notification', 'forUs');
      localStorage.setItem('parlor:alert:sound', 'all');
    });
    await person.page.reload();
    await person.person('Bob').waitFor();
    await isToTell(person);
  }

  const hears = ({ page }: Person) =>
    page.evaluate(() => (window as unknown as { tones: number[] }).tones.length > 0);

  const shown = ({ page }: Person) =>
    page.evaluate(() =>
      (window as unknown as { shown: Shown[] }).shown.map(({ title, isClosed }) => ({ title, isClosed })),
    );

  it('come from one tab of several, of what is for us, while nobody looks; a click leads there', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await wantsAlerts(bob);
    const second = await bob.opensAnother(stage.room);
    await second.person('Bob').waitFor();
    for (const tab of [bob, second]) {
      await tab.composer.press('Shift');
      await looksAway(tab);
    }
    await isUnwatched(bob);
    const all = async () => [...(await shown(bob)), ...(await shown(second))];
    await ann.sendMessage('To whom it may concern');
    await second.sees('To whom');
    await ann.sendMessage('Hey @Bob, are you there?');
    const room = new URL(stage.room).pathname.slice(3);
    await expect.poll(all).toEqual([{ title: `Ann · ${room}`, isClosed: false }]);
    await ann.sendMessage('@Bob A word aside');
    await expect.poll(async () => (await all()).length).toBe(2);
    expect((await all()).map(({ title }) => title)).toContain(`Ann, privately · ${room}`);
    expect([await hears(bob), await hears(second)].filter(Boolean)).toHaveLength(1);
    const speaker = (await shown(bob)).length > 0 ? bob : second;
    await speaker.page.evaluate(() => {
      (window as unknown as { shown: { onclick(): void }[] }).shown.at(-1)?.onclick();
    });
    expect(speaker.page.url()).toMatch(/#\d+$/);
    await looksBack(second);
    await expect.poll(async () => (await all()).every(({ isClosed }) => isClosed)).toBe(true);
  });
});

/** What of a service worker's world the test below asks for. */
interface WorkerScope extends EventTarget {
  readonly registration: ServiceWorkerRegistration;
  readonly NotificationEvent: new (
    type: string,
    init: { readonly notification: Notification | undefined },
  ) => Event;
}

it('an alert is shown by the service worker where there is one, and leads to its message', async () => {
  const [ann] = await stage.inTheRoom('Ann');
  const bob = await stage.somebody({ serviceWorkers: 'allow', permissions: ['notifications'] });
  await bob.context.addInitScript(() => localStorage.setItem('parlor:alert:notification', 'all'));
  await bob.joinRoom(stage.room, 'Bob');
  await bob.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await bob.person('Ann').waitFor();
  await isToTell(bob);
  await looksAway(bob);
  await isUnwatched(bob);
  await ann.sendMessage('Over **here**');
  const shown = () =>
    bob.page.evaluate(async () => {
      const worker = await navigator.serviceWorker.ready;
      return (await worker.getNotifications()).map(({ body }) => body);
    });
  await expect.poll(shown).toEqual(['Over here']);
  const [worker] = bob.context.serviceWorkers();
  await worker?.evaluate(async () => {
    const scope = globalThis as unknown as WorkerScope;
    const [notification] = await scope.registration.getNotifications();
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
  });
  await bob.page.waitForURL(/#\d+$/);
  await expect.poll(shown).toEqual([]);
});

describe('the start page', () => {
  it('says of recent rooms what is new, and lets one forget them', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('One');
    await bob.sees('One');
    await bob.hasRead();
    await bob.opens(stage.server.origin);
    for (const text of ['Two', 'Three']) await ann.sendMessage(text);
    await ann.hasSent('Three');
    await ann.does('React', 'Three');
    await ann.button('👍').click();
    await ann.page.getByRole('button', { name: '👍 1' }).waitFor();
    await bob.page.reload();
    const rooms = bob.page.getByRole('list', { name: 'Recent rooms' }).getByRole('listitem');
    await rooms.getByText('2 new', { exact: true }).waitFor();
    expect(await rooms.textContent()).toMatch(/Active .*(now|ago)/);
    await bob.page.getByRole('button', { name: 'New private room' }).click();
    await bob.composer.waitFor();
    await bob.page.getByRole('log').waitFor();
    await bob.person('Bob').waitFor();
    await bob.opens(stage.server.origin);
    const room = rooms.filter({ hasText: /Private room \w{4}….*Last visit/ });
    await room.waitFor();
    await room.getByRole('button', { name: /^Forget Private room/ }).click();
    await bob.page.getByRole('dialog').getByRole('button', { name: 'Forget', exact: true }).click();
    await room.waitFor({ state: 'detached' });
  });
});
