import type { Browser } from 'playwright-core';
import type { Shot, View } from './camera.ts';

const VIEWS: readonly View[] = ['wide-light', 'wide-dark', 'phone-light', 'phone-dark'];
const HEIGHT = 384;

const STYLE = `
  body { margin: 0; padding: 40px; width: max-content; background: #e4e3df; color: #1d1e1a; font: 600 22px system-ui }
  figure { margin: 0 0 36px }
  figcaption { margin: 0 0 12px }
  div { display: flex; gap: 20px }
  img { height: ${HEIGHT}px; border-radius: 10px; box-shadow: 0 0 0 1px #0002 }`;

/** One state a row: wide in both themes, then on a phone. */
export function sheetOf(browser: Browser, shots: readonly Shot[]): Promise<Buffer> {
  const rows = shots.map(({ label, views }) => {
    const images = VIEWS.map((view) => image(views[view]));
    return `<figure><figcaption>${label}</figcaption><div>${images.join('')}</div></figure>`;
  });
  return render(browser, `<style>${STYLE}</style>${rows.join('')}`);
}

/** A light page beside a dark phone. */
export function pairOf(browser: Browser, { views }: Shot): Promise<Buffer> {
  return render(
    browser,
    `<style>
      body { display: flex; gap: 28px; padding: 40px; margin: 0; width: max-content }
      img { height: 620px; border-radius: 12px; box-shadow: 0 8px 40px #0003, 0 0 0 1px #0001 }
    </style>${image(views['wide-light'])}${image(views['phone-dark'])}`,
  );
}

const image = (png: Buffer) => `<img src="data:image/png;base64,${png.toString('base64')}">`;

async function render(browser: Browser, html: string): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(html);
  const picture = await page.locator('body').screenshot({ omitBackground: true });
  await page.close();
  return picture;
}
