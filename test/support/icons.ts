/** Makes the icons that have to be pictures from those that are drawings: `node test/support/icons.ts`, when a drawing has changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './person.ts';

const ICONS = [
  ['favicon.svg', 'icon-192.png', 192],
  ['favicon.svg', 'icon-512.png', 512],
  ['icon-maskable.svg', 'icon-maskable-192.png', 192],
  ['icon-maskable.svg', 'icon-maskable-512.png', 512],
  ['icon-maskable.svg', 'apple-touch-icon.png', 180],
] as const;

const place = (name: string) => fileURLToPath(new URL(`../../public/${name}`, import.meta.url));

const browser = await openBrowser();
try {
  for (const [drawing, picture, size] of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const source = readFileSync(place(drawing)).toString('base64');
    await page.setContent(
      `<style>body { margin: 0 } img { display: block }</style><img src="data:image/svg+xml;base64,${source}" width="${size}" height="${size}">`,
    );
    writeFileSync(place(picture), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
