import { posix } from 'node:path';

const NAMED = /<(?:script|link)\b[^>]*?\s(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g;
const IMPORTED = /\b(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;

/**
 * The scripts and styles of a build that load before the page can show anything: those that its document names, and
 * what they import, but for what they ask for later. By path, each as it was read.
 */
export function firstLoad(html: string, read: (path: string) => string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const load = (path: string): void => {
    if (found.has(path)) return;
    const code = read(path);
    found.set(path, code);
    for (const [, other = ''] of path.endsWith('.js') ? code.matchAll(IMPORTED) : []) {
      load(posix.join(posix.dirname(path), other));
    }
  };
  for (const [, path = ''] of html.matchAll(NAMED)) load(path);
  return found;
}
