import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

/**
 * What of Chromium no page needs. The first three are views of the window around it, two renderers for each new person;
 * the others are what Playwright turns off, whose own list this one takes the place of.
 */
const NEEDLESS = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${NEEDLESS}`,
    ],
  });
}

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** What a page can be given, and have taken from it again, while it is open. */
const PLAIN = {
  viewport: { width: 1280, height: 720 },
  colorScheme: 'light',
  reducedMotion: 'no-preference',
} as const satisfies ContextOptions;

/** Somebody at a browser of their own, in the words of what they do and see. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of: refused scripts, uncaught errors. */
  readonly complaints: string[] = [];
  /** Whether something was done to the browser that no other test is to meet, and that cannot be undone. */
  isAltered = false;

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.complaints.push(message.text());
    });
  }

  static async at(browser: Browser, options: ContextOptions = {}): Promise<Person> {
    // A worker that answers for the network is left to the tests that are about it.
    const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block', ...options });
    const person = new Person(context, await context.newPage());
    person.isAltered = !Person.canTurnInto(options);
    return person;
  }

  /** Whether a warm page can have these options, and be as new again afterwards. */
  static canTurnInto(options: ContextOptions): boolean {
    return Object.keys(options).every((name) => name in PLAIN);
  }

  async turnsInto(options: ContextOptions): Promise<void> {
    const { viewport, ...media } = { ...PLAIN, ...options };
    if (viewport) await this.page.setViewportSize(viewport);
    await this.page.emulateMedia(media);
  }

  /** The same person, at another page of the same browser. */
  async opensAnother(url: string): Promise<Person> {
    const other = new Person(this.context, await this.context.newPage());
    await other.opens(url);
    return other;
  }

  /** Leaves the browser as new, but warm; false where that cannot be. */
  async forgetsAll(origin: string): Promise<boolean> {
    if (this.isAltered || this.page.isClosed()) return false;
    for (const page of this.context.pages()) if (page !== this.page) await page.close();
    try {
      await this.page.goto(`${origin}/robots.txt`);
      await this.page.evaluate(async () => {
        localStorage.clear();
        sessionStorage.clear();
        for (const name of await caches.keys()) await caches.delete(name);
      });
    } catch {
      return false;
    }
    await this.context.clearCookies();
    await this.page.mouse.move(0, 0);
    await this.turnsInto(PLAIN);
    this.complaints.length = 0;
    return true;
  }

  async opens(url: string): Promise<void> {
    await this.page.goto(url);
  }

  /** As a browser does when the network is back: who waits for the room, longer from time to time, waits no more. */
  async triesNow(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('online')));
  }

  /** Opens a room's link for the first time, under that name, and has been let in. */
  async joinRoom(url: string, name: string): Promise<void> {
    await this.asksToJoin(url, name);
    await this.isIn();
  }

  /** The same, whatever the room answers. */
  async asksToJoin(url: string, name: string): Promise<void> {
    await this.opens(url);
    const dialog = this.dialog('Join');
    await dialog.getByRole('textbox', { name: 'Your name' }).fill(name);
    await dialog.getByRole('button', { name: 'Join' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Waits until the room has welcomed us: before, one can write, but nothing is sent, and nobody knows of us. */
  async isIn(): Promise<void> {
    await this.page.getByRole('status').getByText('Connected', { exact: true }).waitFor();
  }

  async sendMessage(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Message' });
  }

  /** Waits until what is typed goes into the composer. */
  async isReadyToWrite(): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  }

  /** By its name, to the letter. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What stands over the page, or that one of it. */
  dialog(name?: string | RegExp): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name });
  }

  get messages(): Locator {
    return this.page.getByRole('log', { name: 'Messages' }).getByRole('article');
  }

  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  /** Presses one of the buttons that a message shows when the mouse is over it. */
  async does(action: string, text: string): Promise<void> {
    const message = this.message(text).first();
    await message.hover();
    const toolbar = message.getByRole('toolbar', { name: 'Message actions' });
    await toolbar.getByRole('button', { name: action }).click();
  }

  /** One of those whom the list of people shows; `name` to the letter. */
  person(name: string): Locator {
    const people = this.page.getByRole('list', { name: 'People' }).getByRole('listitem');
    return people.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async sees(text: string): Promise<void> {
    await this.message(text).first().waitFor();
  }

  /** Waits until the room has taken a message: before, it stands there only as our own. */
  async hasSent(text: string): Promise<void> {
    await this.page.locator('article[data-seq]').filter({ hasText: text }).first().waitFor();
  }

  /** Waits until the newest message counts as read: it does some frames after it has come, or when the page has begun. */
  async hasRead(): Promise<void> {
    await this.page.waitForFunction(() => {
      const newest = [...document.querySelectorAll<HTMLElement>('article[data-seq]')].at(-1);
      const room = decodeURIComponent(location.pathname.slice('/r/'.length));
      const read = Number.parseInt(localStorage.getItem(`parlor:read:${room}`) ?? '', 10);
      return newest !== undefined && read >= Number(newest.dataset.seq);
    });
  }

  /** How often a text stands in the log. */
  async count(text: string): Promise<number> {
    return this.message(text).count();
  }
}
