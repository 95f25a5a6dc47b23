declare const self: ServiceWorkerGlobalScope;

/** Put in by vite.config.ts: what of a build is kept at once, and a name that is another as soon as anything of it is. */
declare const BUILD: { readonly id: string; readonly paths: readonly string[] };

const { id, paths } = BUILD;
const PREFIX = 'parlor-shell-';
const SHELL = PREFIX + id;
const PATIENCE = 3_000;

/**
 * Opens the page without a network. A worker whose build is newer waits until no page of the older one is open, as
 * browsers have it: a page goes on with its own files, and those of the older build go when nobody needs them.
 */
self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') {
    if (pathname === '/' || pathname.startsWith('/r/')) event.respondWith(openPage(event));
  } else if (pathname.startsWith('/assets/') || paths.includes(pathname)) {
    event.respondWith(findFile(event.request));
  }
});

/** A notification leads to its message: in a page that shows the room, else in one of its own. */
self.addEventListener('notificationclick', (event) => {
  const { address } = event.notification.data;
  event.notification.close();
  event.waitUntil(follow(address));
});

async function follow(address: string): Promise<void> {
  const { pathname } = new URL(address, location.origin);
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ url }) => new URL(url).pathname === pathname);
  if (!page) {
    await self.clients.openWindow(address);
    return;
  }
  page.postMessage({ address });
  await page.focus();
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll(paths.map(request));
  const page = await cache.match('/');
  const files = (await page?.text())?.match(/\/assets\/[\w.-]+/g) ?? [];
  // In the middle of a deploy the page may come from one build and this worker from another.
  if (!files.every((path) => paths.includes(path))) throw new Error('The page is of another build.');
}

/** Files of a build never change; the others are asked for anew. */
function request(path: string): Request {
  return new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'no-cache' });
}

async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== SHELL);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
}

/** From the network where it answers in time and without an accident, else as it was kept. */
async function openPage(event: FetchEvent): Promise<Response> {
  const answer = fromNetwork(event);
  event.waitUntil(answer.catch(() => {}));
  try {
    const inTime = await Promise.race([answer, late()]);
    if (inTime && inTime.status < 500) return inTime;
  } catch {
    // No network, or no server.
  }
  return (await caches.match('/', { cacheName: SHELL })) ?? answer;
}

async function fromNetwork({ preloadResponse, request }: FetchEvent): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

const late = () => new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));

/** Files that were not kept at once are kept when they are first used. */
async function findFile(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keepFile(request, answer.clone());
  return answer;
}

async function keepFile(request: Request, answer: Response): Promise<void> {
  try {
    await (await caches.open(SHELL)).put(request, answer);
  } catch {
    // There is no more room.
  }
}
