/** What stands on the person's screen, until they or we take it away. */
export interface Notice {
  close(): void | Promise<void>;
}

interface Wanted {
  readonly title: string;
  readonly body: string;
  /** Of two with the same tag the newer takes the place of the older. */
  readonly tag: string;
  /** Where a click leads; the service worker says so to a page that is open there (`onFollowed`). */
  readonly address: string;
  onClick(): void;
}

/** By the service worker where there is one, since Android knows no other way; else by the page. Undefined where neither can. */
export async function notify({ title, body, tag, address, onClick }: Wanted): Promise<Notice | undefined> {
  const options: NotificationOptions = { body, tag, silent: true, dir: 'auto', data: { address } };
  try {
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker?.active) return await byWorker(worker, title, options);
    const notification = new Notification(title, options);
    notification.onclick = onClick;
    return notification;
  } catch {
    // The title and the icon still count.
    return undefined;
  }
}

async function byWorker(
  worker: ServiceWorkerRegistration,
  title: string,
  options: NotificationOptions,
): Promise<Notice> {
  await worker.showNotification(title, options);
  return {
    async close() {
      for (const shown of await worker.getNotifications({ tag: options.tag ?? '' })) shown.close();
    },
  };
}

/** Told the address of what was clicked, where it leads to this page. Answers how to stop. */
export function onFollowed(listener: (address: string) => void): () => void {
  const over = new AbortController();
  navigator.serviceWorker?.addEventListener('message', ({ data }) => listener(String(data.address)), {
    signal: over.signal,
  });
  return () => over.abort();
}
