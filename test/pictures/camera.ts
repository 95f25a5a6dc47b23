import type { Browser, BrowserContext } from 'playwright-core';
import { Person } from '../support/person.ts';

const devices = {
  wide: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
} as const;

const themes = ['light', 'dark'] as const;

export type Device = keyof typeof devices;
export type View = `${Device}-${(typeof themes)[number]}`;

/** A state that the page can be in. */
export interface State {
  readonly label: string;
  /** What somebody does to see it, at a browser of their own. */
  scene(viewer: Person, device: Device): Promise<unknown>;
  /** Whether it is shown to somebody who was never here. */
  readonly isFirstVisit?: boolean;
}

export interface Shot {
  readonly label: string;
  readonly views: Readonly<Record<View, Buffer>>;
}

/** What a browser keeps of earlier visits. */
export type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Takes a state in both themes, wide and on a phone, as somebody sees it who has been here before. */
export class Camera {
  readonly #browser: Browser;
  readonly #kept: Kept;

  constructor(browser: Browser, kept: Kept) {
    this.#browser = browser;
    this.#kept = kept;
  }

  async takes(state: State): Promise<Shot> {
    const views = await Promise.all([this.#at('wide', state), this.#at('phone', state)]);
    return { label: state.label, views: Object.fromEntries(views.flat()) as Record<View, Buffer> };
  }

  async #at(device: Device, state: State): Promise<[View, Buffer][]> {
    const viewer = await Person.at(this.#browser, {
      ...devices[device],
      ...(!state.isFirstVisit && { storageState: this.#kept }),
      deviceScaleFactor: 1.2,
      colorScheme: 'light',
    });
    try {
      await state.scene(viewer, device);
      const views: [View, Buffer][] = [];
      for (const theme of themes) views.push([`${device}-${theme}`, await picture(viewer, theme)]);
      return views;
    } catch (cause) {
      throw new Error(`No picture of "${state.label}", ${device}`, { cause });
    } finally {
      await viewer.context.close();
    }
  }
}

/** Once nothing moves any more. */
async function picture({ page }: Person, colorScheme: 'light' | 'dark'): Promise<Buffer> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  return page.screenshot({ caret: 'hide' });
}
