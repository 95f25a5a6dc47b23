/** What stands at the page's icon, in the tab and, of an installed page, in the dock. Loaded when there is something to say. */

import { BadgeShares } from './badge-shares.ts';
import { tabs } from './tabs.ts';

/** In px, of the drawing; a tab shows a quarter of it. */
const SIZE = 64;
const MOST = 9;

const icons = [...document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')].map((link) => ({
  link,
  href: link.getAttribute('href') ?? '',
  type: link.type,
}));
const picture = load(icons[0]?.href);
const shares = appBadge();
/** Of several drawings on their way, the last one asked for is shown. */
let turn = 0;

/** With nothing missed the icon is the plain one again. */
export async function showBadge(room: string, count: number, forUs: number): Promise<void> {
  const ours = ++turn;
  shares?.tell({ room, count });
  const image = await picture;
  if (ours !== turn) return;
  const drawn = count > 0 && image ? draw(image, forUs) : undefined;
  for (const { link, href, type } of icons) {
    link.type = drawn ? 'image/png' : type;
    link.href = drawn ?? href;
  }
}

/** A dot; where some are for us it is larger, red, and counts those. */
function draw(image: HTMLImageElement, forUs: number): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const brush = canvas.getContext('2d');
  if (!brush) return undefined;
  brush.drawImage(image, 0, 0, SIZE, SIZE);
  const radius = forUs > 0 ? 20 : 13;
  const centre = [SIZE - radius, SIZE - radius] as const;
  brush.globalCompositeOperation = 'destination-out';
  disc(brush, centre, radius + 5);
  brush.globalCompositeOperation = 'source-over';
  brush.fillStyle = token(forUs > 0 ? '--badge-for-us' : '--badge');
  disc(brush, centre, radius);
  if (forUs > 0) figure(brush, centre, forUs);
  return canvas.toDataURL();
}

type Point = readonly [x: number, y: number];

function disc(brush: CanvasRenderingContext2D, [x, y]: Point, radius: number): void {
  brush.beginPath();
  brush.arc(x, y, radius, 0, 2 * Math.PI);
  brush.fill();
}

function figure(brush: CanvasRenderingContext2D, [x, y]: Point, count: number): void {
  brush.fillStyle = token('--on-badge-for-us');
  brush.font = `700 30px ${token('--sans')}`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText(count > MOST ? '+' : String(count), x, y + 2);
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The dock's is one for all rooms. Undefined where there is none. */
function appBadge(): BadgeShares | undefined {
  if (!tabs || !navigator.setAppBadge) return undefined;
  const shares = new BadgeShares(tabs, new BroadcastChannel('parlor:badge'), (sum) => {
    // Whoever has not installed the page has no badge there.
    navigator.setAppBadge(sum).catch(() => {});
  });
  addEventListener('pagehide', () => shares.pause());
  addEventListener('pageshow', () => shares.resume());
  return shares;
}

async function load(src = ''): Promise<HTMLImageElement | undefined> {
  const image = new Image(SIZE, SIZE);
  image.src = src;
  return image.decode().then(
    () => image,
    () => undefined,
  );
}
