import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const html = readFileSync(root('src/web/index.html'), 'utf8');
const manifest = JSON.parse(readFileSync(root('public/manifest.webmanifest'), 'utf8'));

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose: string;
}

/** PNG: the header's first chunk begins at byte 16 with width and height. */
function sizeOf(path: string): string {
  const picture = readFileSync(root(`public${path}`));
  return `${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`;
}

describe('what a phone is told to install', () => {
  it.each(['id', 'name', 'short_name', 'description', 'start_url', 'scope', 'display'])(
    'has its %s',
    (field) => {
      expect(manifest[field]).toMatch(/\S/);
    },
  );

  it.each(manifest.icons as Icon[])('$src is there, as large as it says', ({ src, sizes, type }) => {
    expect(existsSync(root(`public${src}`))).toBe(true);
    if (type === 'image/png') expect(sizeOf(src)).toBe(sizes);
  });

  it.each(['any', 'maskable'])('has a drawing, 192 and 512 pixels, %s', (purpose) => {
    const icons = (manifest.icons as Icon[]).filter((icon) => icon.purpose === purpose);
    expect(icons.map(({ sizes }) => sizes)).toEqual(['any', '192x192', '512x512']);
  });

  it('and the page names its files', () => {
    const named = [...html.matchAll(/<link\b[^>]*\shref="(\/[^"]+)"/g)].map(([, href]) => href);
    expect(named).toEqual(['/favicon.svg', '/apple-touch-icon.png', '/manifest.webmanifest']);
    for (const href of named) expect(existsSync(root(`public${href}`))).toBe(true);
    expect(sizeOf('/apple-touch-icon.png')).toBe('180x180');
  });

  it('has the colour of the page around it', () => {
    expect(html).toContain(`content="${manifest.background_color}"`);
  });
});
